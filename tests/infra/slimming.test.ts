import { describe, expect, it } from 'vitest';
import { undescribed, withoutProse } from '../../infra/slimming.ts';

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
