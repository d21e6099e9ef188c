import { describe, expect, it } from 'vitest';
import { isPattern } from '../../../../domain/shared/form/is-pattern.ts';

describe('isPattern', () => {
  it('takes regular expressions, read by Unicode', () => {
    expect(['', '^[0-9]{15}$', '\\p{Script=Han}+'].map(isPattern)).toEqual([true, true, true]);
  });
  it('does not take what is none', () => {
    expect(['(', '[z-a]', '\\p{Script=Nowhere}'].map(isPattern)).toEqual([false, false, false]);
  });
});
