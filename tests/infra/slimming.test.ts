import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { onlyQuotable, undescribed, withoutMethods, withoutProse } from '../../infra/slimming.ts';

describe('withoutProse', () => {
  it('takes out what only the reference and the alarms say, and leaves what a function decides by', () => {
    const source = [
      "  summary: 'Bind an offer',",
      '  description:',
      "    'Takes it, once.',",
      "  title: 'No',",
      "  example: { reason: 'x', of: { a: 1 } },",
      '  reads: [],',
      '  ifBroken: "Shops can\'t sell.",',
      '',
    ];
    expect(withoutProse(source.join('\n'))).toBe("  title: 'No',\n  reads: [],\n");
  });
});

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

describe('withoutMethods', () => {
  it('leaves an error of zod its name and its issues, and takes the methods that functions never call', async () => {
    const errors = new URL('../../node_modules/zod/v4/classic/errors.js', import.meta.url);
    const source = await readFile(errors, 'utf8');
    expect(source).toMatch(/"format"[\s\S]*"flatten"[\s\S]*isEmpty/);
    const slim = withoutMethods(source);
    expect(slim).not.toMatch(/"format"|"flatten"|isEmpty/);
    expect(slim).toContain('inst.name = "ZodError";\n};');
    expect(slim).toContain('export const ZodRealError');
  });
});

describe('onlyQuotable', () => {
  it('leaves a price and an offer all that they need of a product, and nothing else', () => {
    const product = { productId: 'p', name: { en: 'P' }, cancellation: [1], rating: { steps: [{ name: 'base' }] } };
    expect(JSON.parse(onlyQuotable(JSON.stringify(product)))).toEqual({
      productId: 'p',
      rating: { steps: [{ name: 'base' }] },
    });
  });
});
