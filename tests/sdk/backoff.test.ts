import { describe, expect, it } from 'vitest';
import { retryAfterMs, waitMs } from '../../sdk/backoff.ts';

describe('the wait before the next attempt', () => {
  // Full jitter: from nothing to 250, 500, 1000 … ms, at most 8 s.
  it.each([
    [1, 250],
    [2, 500],
    [3, 1_000],
    [6, 8_000],
    [20, 8_000],
  ])('after attempt %i is at most %i ms', (attempt, most) => {
    expect(waitMs({ attempt, firstMs: 250 }, 1)).toBe(most);
    expect(waitMs({ attempt, firstMs: 250 }, 0)).toBe(0);
    expect(waitMs({ attempt, firstMs: 250 }, 0.5)).toBe(most / 2);
  });
  it('is never shorter than what the server asks for', () => {
    expect(waitMs({ attempt: 1, firstMs: 250, askedMs: 3_000 }, 0)).toBe(3_000);
    expect(waitMs({ attempt: 4, firstMs: 250, askedMs: 3_000 }, 1)).toBe(3_250);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-23T08:00:00Z');
  it.each([
    ['2', 2_000],
    ['0', 0],
    ['Mon, 23 Nov 2026 08:00:05 GMT', 5_000],
    ['Mon, 23 Nov 2026 07:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('%s is %s ms', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });
});
