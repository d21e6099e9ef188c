import { describe, expect, it } from 'vitest';
import { createLimiter, type Limiter, type Wish } from '../../../functions/_kit/limiter.ts';

const at = Date.parse('2026-11-26T08:00:00.000Z');
const two = { perSecond: 1, burst: 2 };
const three = { perSecond: 1, burst: 3 };
const ofCredential = (name: string): Wish => ({ by: 'credential', name, rate: two });
const ofTenant = (name: string): Wish => ({ by: 'tenant', name, rate: three });
const ofAddress = (name: string): Wish => ({ by: 'address', name, rate: two });

const passes = (limiter: Limiter, ...wishes: readonly Wish[]): boolean =>
  limiter.take(wishes, at).refused === undefined;

describe('createLimiter', () => {
  it('counts each name for itself', () => {
    const limiter = createLimiter();
    expect([1, 2, 3].map(() => passes(limiter, ofCredential('a')))).toEqual([true, true, false]);
    expect(passes(limiter, ofCredential('b'))).toBe(true);
  });

  it('gives a tenant with many credentials no more than the tenant has', () => {
    const limiter = createLimiter();
    const asked = ['a', 'b', 'c', 'd', 'e'].map((name) => passes(limiter, ofCredential(name), ofTenant('shop')));
    expect(asked).toEqual([true, true, true, false, false]);
    expect(passes(limiter, ofCredential('f'), ofTenant('another'))).toBe(true);
  });

  it('takes nothing from any bucket for a request that it refuses', () => {
    const limiter = createLimiter();
    for (const name of ['a', 'a', 'a', 'a']) passes(limiter, ofCredential(name), ofTenant('shop'));
    const { left } = limiter.take([ofCredential('b'), ofTenant('shop')], at);
    expect(left.map(({ by, remaining }) => [by, remaining])).toEqual([
      ['credential', 1],
      ['tenant', 0],
    ]);
  });

  it('says what is left, and after how many seconds all of it is there again', () => {
    const limiter = createLimiter();
    limiter.take([ofCredential('a')], at);
    expect(limiter.take([ofCredential('a')], at).left).toEqual([
      { by: 'credential', rate: two, remaining: 0, fullIn: 2 },
    ]);
    expect(limiter.take([ofCredential('a')], at + 1_500).left).toMatchObject([{ remaining: 0, fullIn: 2 }]);
  });

  it('names the limit that refuses, and after how many whole seconds it is worth asking again: one at least', () => {
    const limiter = createLimiter();
    const slow: Wish = { by: 'credential', name: 'a', rate: { perSecond: 0.25, burst: 1 } };
    limiter.take([slow], at);
    expect(limiter.take([slow], at).refused).toEqual({ by: 'credential', rate: slow.rate, retryAfter: 4 });
    const fast: Wish = { by: 'tenant', name: 'a', rate: { perSecond: 100, burst: 1 } };
    limiter.take([fast], at);
    expect(limiter.take([fast], at).refused?.retryAfter).toBe(1);
  });

  it('lets pass again as time fills the bucket', () => {
    const limiter = createLimiter();
    for (const _ of [1, 2]) limiter.take([ofCredential('a')], at);
    expect(limiter.take([ofCredential('a')], at + 999).refused?.retryAfter).toBe(1);
    expect(limiter.take([ofCredential('a')], at + 1_000).refused).toBeUndefined();
  });

  it('keeps no more names than it may: the one that was used longest ago goes', () => {
    const limiter = createLimiter(1, 2);
    for (const name of ['a', 'a', 'b', 'b', 'a', 'c']) limiter.take([ofCredential(name)], at);
    expect(passes(limiter, ofCredential('a'))).toBe(false);
    expect(passes(limiter, ofCredential('b'))).toBe(true);
  });

  it('lets no flood of addresses push out what a credential has used up', () => {
    const limiter = createLimiter(1, 2);
    for (const _ of [1, 2]) limiter.take([ofCredential('a')], at);
    for (const name of ['1', '2', '3', '4']) limiter.take([ofAddress(name)], at);
    expect(passes(limiter, ofCredential('a'))).toBe(false);
  });

  it('multiplies every rate where somebody says so', () => {
    const limiter = createLimiter(10);
    const asked = Array.from({ length: 21 }, () => passes(limiter, ofCredential('a')));
    expect(asked.filter((passed) => passed)).toHaveLength(20);
  });
});
