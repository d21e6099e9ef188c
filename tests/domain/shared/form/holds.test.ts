import { describe, expect, it } from 'vitest';
import { holds } from '../../../../domain/shared/form/holds.ts';
import type { Condition } from '../../../../domain/shared/form/schema.ts';

describe('holds', () => {
  it.each<[Condition, string | number | boolean, boolean]>([
    [['x', '<', 365], 364, true],
    [['x', '<', 365], 365, false],
    [['x', '<=', 365], 365, true],
    [['x', '<=', 365], 366, false],
    [['x', '>', '0.50'], '0.5', false],
    [['x', '>', '0.50'], '0.5001', true],
    [['x', '>=', '0.50'], '0.5', true],
    [['x', '>=', 10], 9, false],
    [['x', '=', true], true, true],
    [['x', '=', true], 'true', false],
    [['x', '=', 'seller'], 'seller', true],
    [['x', 'in', ['a', 'b']], 'b', true],
    [['x', 'in', ['a', 'b']], 'c', false],
    [['x', 'not-luhn'], '490154203237518', false],
    [['x', 'not-luhn'], '490154203237519', true],
  ])('%j of %o is %s', (condition, x, expected) => {
    expect(holds([condition], { x })).toBe(expected);
  });

  it('wants all conditions of a list', () => {
    const between: Condition[] = [
      ['x', '>=', 1],
      ['x', '<', 3],
    ];
    expect([0, 1, 2, 3].map((x) => holds(between, { x }))).toEqual([false, true, true, false]);
    expect(holds([], {})).toBe(true);
  });

  it('is not met by an input that is not there', () => {
    expect(holds([['x', '<', 5]], {})).toBe(false);
    expect(holds([['x', 'not-luhn']], {})).toBe(false);
  });
});
