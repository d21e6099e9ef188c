import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { validatorSource } from '../../../infra/compiled/source.ts';

const nowhere = () => undefined;

describe('validatorSource', () => {
  it('refuses a check that no file exports, for a bundle could not find it', () => {
    const schema = z.string().refine((text) => text !== 'x');
    expect(() => validatorSource(schema, nowhere)).toThrow('no file beside its schema exports');
    expect(validatorSource(schema, () => 'beside0.notX')).toContain('const c0 = beside0.notX;');
  });
  it('calls a transform of ours by its name, and leaves the schema as it was', () => {
    const doubled = (text: unknown) => Number(text) * 2;
    const schema = z.preprocess(doubled, z.int());
    const text = validatorSource(schema, (value) => (value === doubled ? 'beside0.doubled' : undefined));
    expect(text).toContain('const c0 = beside0.doubled;');
    expect(schema.parse('21')).toBe(42);
  });
  it('keeps what is given where nothing is said, and what is trimmed', () => {
    expect(validatorSource(z.int().default(20), nowhere)).toContain('() => (20)');
    expect(validatorSource(z.string().trim(), nowhere)).toContain('(input) => input.trim()');
  });
});
