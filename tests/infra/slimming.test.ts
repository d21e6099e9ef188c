import { describe, expect, it } from 'vitest';
import { undescribed } from '../../infra/slimming.ts';

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
