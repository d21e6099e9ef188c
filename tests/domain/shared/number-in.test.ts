import { describe, expect, it } from 'vitest';
import { numberIn } from '../../../domain/shared/number-in.ts';

describe('numberIn', () => {
  it('reads digits as the number that they are', () => {
    expect(['0', '7', '9007199254740991'].map(numberIn)).toEqual([0, 7, Number.MAX_SAFE_INTEGER]);
  });
  it.each(['', ' 5 ', '05', '+5', '-5', '5.0', '1e1', '0x10', '五', undefined])('leaves %j as it is', (text) => {
    expect(numberIn(text)).toBe(text);
  });
});
