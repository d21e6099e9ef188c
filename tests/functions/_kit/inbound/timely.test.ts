import { describe, expect, it } from 'vitest';
import { isTimely } from '../../../../functions/_kit/inbound/timely.ts';

/** 2026-11-23T08:00:00Z is 1 795 420 800 seconds after the epoch: 20 780 days of 86 400, and 8 hours. */
const wall = '2026-11-23T08:00:00.000Z';
const at = 20_780 * 86_400 + 8 * 3_600;

describe('isTimely', () => {
  it.each([0, 1, -1, 299, -299, 300, -300])('takes a signature that is %i seconds off', (seconds) => {
    expect(isTimely(at + seconds, wall)).toBe(true);
  });
  it.each([301, -301, 3_600, -3_600, 86_400 * 365, -86_400 * 365])('takes none that is %i seconds off', (seconds) => {
    expect(isTimely(at + seconds, wall)).toBe(false);
  });
  it('counts whole seconds, as signatures do', () => {
    expect(isTimely(at - 300, '2026-11-23T08:00:00.999Z')).toBe(true);
    expect(isTimely(at - 300, '2026-11-23T08:00:01.000Z')).toBe(false);
  });
});
