import { describe, expect, it } from 'vitest';
import { toOrBy } from '../../../domain/clock/checks.ts';

describe('toOrBy', () => {
  it('holds for an instant or a span', () => {
    expect(toOrBy({ to: '2027-11-23T08:00:00Z' })).toBe(true);
    expect(toOrBy({ by: 'P1D' })).toBe(true);
  });
  it('does not hold for neither, or both', () => {
    expect(toOrBy({})).toBe(false);
    expect(toOrBy({ to: '2027-11-23T08:00:00Z', by: 'P1D' })).toBe(false);
  });
});
