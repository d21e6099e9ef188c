import { describe, expect, it } from 'vitest';
import { quoted } from '../../bench/http/quoting.ts';
import { alikeIn } from '../../bench/quote/alike.ts';
import { from, offered, refused, risks } from '../../bench/quote/asked.ts';
import { decided } from '../../bench/quote/decided.ts';
import * as given from '../../bench/quote/given.ts';
import { productOf } from '../../bench/quote/products.ts';
import { baskets, faultyBaskets, gateRequests, inTurn } from '../../bench/quote/requests.ts';
import deviceProtection from '../../domain/products/catalogue/device-protection.json' with { type: 'json' };
import { QuoteRequest } from '../../domain/quoting/schema.ts';

const drawn = (seed: number) => ({ seed, nowMs: Date.now(), device: deviceProtection });
const statuses = (requests: readonly object[]) => new Set(requests.map((one) => quoted(one).status));
const outcomes = (requests: readonly QuoteRequest[]) => {
  const answers = requests.map((one) => decided(one, productOf, given));
  return new Set(answers.flatMap((one) => (one.ok ? one.items.map(({ outcome }) => outcome) : [one.code])));
};

describe('requests of the benchmarks', () => {
  it('follow from a seed', () => {
    expect(gateRequests(20, from(7))).toEqual(gateRequests(20, from(7)));
    expect(gateRequests(20, from(7))).not.toEqual(gateRequests(20, from(8)));
  });
  it('are faulty now and then where all must answer alike, and else answered or refused throughout', () => {
    expect(statuses(gateRequests(300, drawn(1)))).toEqual(new Set([200, 422]));
    expect(statuses(baskets(300, drawn(1)))).toEqual(new Set([200]));
    expect(statuses(faultyBaskets(300, drawn(1)))).toEqual(new Set([422]));
  });
  it('ask for every product, and are offered and declined', () => {
    const answers = baskets(200, drawn(1)).map((one) => JSON.stringify(quoted(one).body));
    for (const word of ['return-freight', 'device-protection', 'flight-delay', 'offered', 'declined'])
      expect(answers.some((answer) => answer.includes(`"${word}"`))).toBe(true);
    expect(outcomes(baskets(300, from(1)))).toEqual(new Set(['offered', 'declined']));
  });
  it('whose time is told are all different, and are all offered or all refused', () => {
    for (const timed of [offered, risks]) {
      expect(outcomes(timed)).toEqual(new Set(['offered']));
      expect(new Set(timed.map((one) => JSON.stringify(one))).size).toBe(timed.length);
    }
    const isRefused = (one: object): boolean => {
      const parsed = QuoteRequest.safeParse(one);
      return !parsed.success || !decided(parsed.data, productOf, given).ok;
    };
    expect(refused.filter((one) => !isRefused(one))).toEqual([]);
  });
  it('are asked in turn, over and over', () => {
    expect([0, 1, 2, 3, 4].map(inTurn(['a', 'b', 'c']))).toEqual(['a', 'b', 'c', 'a', 'b']);
  });
});

describe('what two who quote must answer alike', () => {
  const [basket] = offered;
  const answered = (with_: object = {}): string =>
    JSON.stringify(decided(QuoteRequest.parse(basket), productOf, { ...given, ...with_ }));
  const alike = (text: string, key?: typeof given.offerKey) => alikeIn(200, text, key);
  const later = { now: '2026-11-23T08:00:01.000Z' };
  const text = answered();
  const { items } = JSON.parse(text);
  const [{ offer }] = items;
  const offering = (changed: object): string =>
    JSON.stringify({ items: [{ ...items[0], offer: { ...offer, ...changed } }] });
  const [body, kid, mac] = offer.token.split('.');
  const terms = JSON.parse(Buffer.from(body, 'base64url').toString());
  const forged = (changed: object): string => {
    const other = Buffer.from(JSON.stringify({ ...terms, ...changed })).toString('base64url');
    return offering({ token: [other, kid, mac].join('.') });
  };

  it('leaves out ids and instants, which are fresh in each answer, and hashes of different keys', () => {
    expect(answered(later)).not.toBe(text);
    expect(alike(answered(later))).toEqual(alike(text));
    expect(alike(answered(later), given.offerKey)).toEqual(alike(text, given.offerKey));
    const otherKey = { offerKey: { kid: 'k2', secret: given.random(32) } };
    expect(alike(answered(otherKey))).toEqual(alike(text));
    expect(alike(answered(otherKey), given.offerKey)).not.toEqual(alike(text, given.offerKey));
  });
  it('sees another price, another expiry and another id, inside the token as well', () => {
    const cheaper = { premium: { ...offer.premium, gross: { ...offer.premium.gross, amount: 1 } } };
    const expired = { expiresAt: later.now };
    for (const other of [offering(cheaper), offering(expired), offering({ offerId: 'off_1' })])
      expect(alike(other)).not.toEqual(alike(text));
    for (const other of [{ a: 1 }, { x: later.now }, { o: 'off_1' }, { h: {} }])
      expect(alike(forged(other))).not.toEqual(alike(text));
  });
  it('sees a signature that is not of the terms, and none', () => {
    const last = mac.endsWith('A') ? 'B' : 'A';
    const spoilt = offering({ token: `${body}.${kid}.${mac.slice(0, -1)}${last}` });
    expect(alike(spoilt)).toEqual(alike(text));
    expect(alike(spoilt, given.offerKey)).not.toEqual(alike(text, given.offerKey));
    expect(alike(offering({ token: body }))).not.toEqual(alike(text));
  });
  it('names the fields of a refusal, and not its words', () => {
    const { status, body: answer } = quoted({ items: [{ itemId: 'line-1', productId: 'return-freight' }] });
    expect(alikeIn(status, JSON.stringify(answer))).toEqual({
      status: 422,
      code: 'invalid-request',
      pointers: ['/items/0/insuredObject'],
    });
    const ours = { status: 422, code: 'x', title: 'Our words.', errors: [{ pointer: '/a', detail: 'Our words.' }] };
    expect(alikeIn(422, JSON.stringify(ours))).toEqual({ status: 422, code: 'x', pointers: ['/a'] });
  });
});
