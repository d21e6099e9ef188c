import { describe, expect, it } from 'vitest';
import { attemptsMax, nextAttemptAt, pausesMs } from '../../../domain/webhooks/schedule.ts';
import { now } from './samples.ts';

const middle = { now, chance: 0.5 };
const plus = (ms: number): string => new Date(Date.parse(now) + ms).toISOString();

describe('the schedule of attempts', () => {
  it('is that of Standard Webhooks: at once, then 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h', () => {
    expect(pausesMs).toEqual([5e3, 300e3, 1800e3, 7200e3, 18000e3, 36000e3, 50400e3, 72000e3, 86400e3]);
    expect(attemptsMax).toBe(10);
  });
  it('has each attempt follow the one before by its pause', () => {
    // 5 s after the first, 5 min after the second, a day after the ninth.
    expect(nextAttemptAt(1, middle)).toBe('2026-11-23T08:00:05.000Z');
    expect(nextAttemptAt(2, middle)).toBe('2026-11-23T08:05:00.000Z');
    expect(nextAttemptAt(9, middle)).toBe('2026-11-24T08:00:00.000Z');
  });
  it('ends after the tenth attempt', () => expect(nextAttemptAt(10, middle)).toBeUndefined());

  it.each(pausesMs.map((pause, at) => [at + 1, pause]))('is off by a fifth at most after attempt %i', (n, pause) => {
    expect(nextAttemptAt(n, { now, chance: 0 })).toBe(plus(pause * 0.8));
    expect(nextAttemptAt(n, { now, chance: 1 })).toBe(plus(pause * 1.2));
  });

  it('waits as long as the receiver asks for, where that is longer', () => {
    expect(nextAttemptAt(1, { ...middle, retryAfterSeconds: 120 })).toBe('2026-11-23T08:02:00.000Z');
    expect(nextAttemptAt(2, { ...middle, retryAfterSeconds: 120 })).toBe('2026-11-23T08:05:00.000Z');
  });
  it('waits no longer than a day for it, and not less than nothing', () => {
    expect(nextAttemptAt(1, { ...middle, retryAfterSeconds: 86_400 })).toBe('2026-11-24T08:00:00.000Z');
    expect(nextAttemptAt(1, { ...middle, retryAfterSeconds: 86_401 })).toBe('2026-11-24T08:00:00.000Z');
    expect(nextAttemptAt(1, { ...middle, retryAfterSeconds: -5 })).toBe('2026-11-23T08:00:05.000Z');
  });
  it('gives no eleventh attempt to whoever asks for patience', () => {
    expect(nextAttemptAt(10, { ...middle, retryAfterSeconds: 60 })).toBeUndefined();
  });
});
