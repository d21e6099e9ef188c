import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { partnerRefusals } from '../../domain/partners/refusals.ts';
import { undescribed, withoutExamples } from '../../infra/slimming.ts';

describe('undescribed', () => {
  it('takes descriptions out of a schema and leaves what it checks', () => {
    const source =
      "z.string().max(5).meta({ description: 'A name (or two).', example: f('x') }).optional().describe('x')";
    expect(undescribed(source)).toBe('z.string().max(5).optional()');
  });

  it('leaves a schema without descriptions as it is', () => {
    expect(undescribed('z.strictObject({ meta: z.int() })')).toBe('z.strictObject({ meta: z.int() })');
  });

  it('says so when a description never ends', () => {
    expect(() => undescribed("z.int().meta({ a: '(' }")).toThrow('never ends');
  });
});

describe('withoutExamples', () => {
  it('takes the examples out of a catalogue of refusals, however they are written, and leaves what is answered', () => {
    const source =
      "{ kind: 'gone', remedy: 'Ask.', example: { a: 1, b: ['x'] },\n}, { example: {\n  a: 1,\n}, kind: 'conflict' }";
    expect(withoutExamples(source)).toBe("{ kind: 'gone', remedy: 'Ask.', \n}, {  kind: 'conflict' }");
  });

  it('finds every example of a catalogue of ours', async () => {
    const source = await readFile(new URL('../../domain/partners/refusals.ts', import.meta.url), 'utf8');
    expect(source.match(/example:/g)).toHaveLength(Object.keys(partnerRefusals).length);
    expect(withoutExamples(source)).not.toContain('example:');
  });
});
