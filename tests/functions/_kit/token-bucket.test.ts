import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bucket, type Rate, secondsUntil, tokensAt } from '../../../functions/_kit/token-bucket.ts';

const someRate = fc.record({ perSecond: fc.integer({ min: 1, max: 500 }), burst: fc.integer({ min: 1, max: 1_000 }) });
/** Milliseconds between requests; now and then the clock goes backward. */
const someSteps = fc.array(fc.integer({ min: -2_000, max: 3_000 }), { maxLength: 200 });

/** Asks once after each step, and says how the bucket stood and how many requests passed. */
const askedOf = (rate: Rate, steps: readonly number[]) => {
  const seen: number[] = [];
  let at = Date.parse('2026-11-26T08:00:00.000Z');
  let bucket: Bucket | undefined;
  let passed = 0;
  for (const step of steps) {
    at += step;
    const tokens = tokensAt(bucket, rate, at);
    seen.push(tokens);
    if (tokens >= 1) passed += 1;
    bucket = { tokens: tokens >= 1 ? tokens - 1 : tokens, at };
  }
  return { seen, passed };
};

describe('a token bucket', () => {
  it('is full before anybody has asked', () => {
    expect(tokensAt(undefined, { perSecond: 5, burst: 20 }, 0)).toBe(20);
  });

  it('fills by its rate, and never above its burst', () => {
    const rate = { perSecond: 5, burst: 20 };
    expect(tokensAt({ tokens: 0, at: 1_000 }, rate, 1_200)).toBe(1);
    expect(tokensAt({ tokens: 0, at: 1_000 }, rate, 3_000)).toBe(10);
    expect(tokensAt({ tokens: 19, at: 1_000 }, rate, 60_000)).toBe(20);
  });

  it('never holds less than nothing or more than its burst, whatever the clock does', () => {
    fc.assert(
      fc.property(someRate, someSteps, (rate, steps) =>
        askedOf(rate, steps).seen.every((tokens) => tokens >= 0 && tokens <= rate.burst),
      ),
    );
  });

  it('lets no more pass than its burst and what the time that went forward has filled', () => {
    fc.assert(
      fc.property(someRate, someSteps, (rate, steps) => {
        const forwardMs = steps.slice(1).reduce((sum, step) => sum + Math.max(0, step), 0);
        const most = rate.burst + (forwardMs * rate.perSecond) / 1000;
        return askedOf(rate, steps).passed <= most + 1e-6;
      }),
    );
  });

  it('lets everybody pass who asks no faster than the rate', () => {
    fc.assert(
      fc.property(someRate, fc.nat({ max: 300 }), (rate, times) => {
        const steps = Array.from({ length: times }, () => Math.ceil(1000 / rate.perSecond));
        return askedOf(rate, steps).passed === times;
      }),
    );
  });

  it('gives nothing for a clock that goes backward, and fills on from there', () => {
    const rate = { perSecond: 10, burst: 20 };
    expect(tokensAt({ tokens: 3, at: 3_600_000 }, rate, 0)).toBe(3);
    expect(tokensAt({ tokens: 3, at: 0 }, rate, 500)).toBe(8);
  });

  it('says after how many whole seconds there is enough', () => {
    expect(secondsUntil(1, 0.5, { perSecond: 1, burst: 5 })).toBe(1);
    expect(secondsUntil(200, 0, { perSecond: 60, burst: 200 })).toBe(4);
    expect(secondsUntil(1, 7, { perSecond: 60, burst: 200 })).toBe(0);
  });
});
