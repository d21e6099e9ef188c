import { describe, expect, it } from 'vitest';
import { alikeIn } from '../../bench/http/alike.ts';
import { quoted } from '../../bench/http/quoting.ts';
import { gateRequests, timedRequests } from '../../bench/http/requests.ts';

const now = Date.parse('2026-11-23T08:00:00.000Z');
const comparable = (body: string) => {
  const { status, body: answer } = quoted(JSON.parse(body));
  return alikeIn(status, JSON.stringify(answer));
};

describe('requests of the benchmark', () => {
  it('follow from a seed', () => {
    expect(gateRequests(20, 7, now)).toEqual(gateRequests(20, 7, now));
    expect(gateRequests(20, 7, now)).not.toEqual(gateRequests(20, 8, now));
  });
  it('are faulty now and then where all must answer alike, and never where the time is taken', () => {
    const statuses = (bodies: readonly string[]) => new Set(bodies.map((body) => quoted(JSON.parse(body)).status));
    expect(statuses(gateRequests(300, 1, now))).toEqual(new Set([200, 422]));
    expect(statuses(timedRequests(300, 1, now))).toEqual(new Set([200]));
  });
  it('ask for every product, and are offered and declined', () => {
    const answers = timedRequests(200, 1, now).map((body) => JSON.stringify(quoted(JSON.parse(body)).body));
    for (const word of ['return-freight', 'device-protection', 'flight-delay', 'offered', 'declined'])
      expect(answers.some((answer) => answer.includes(`"${word}"`))).toBe(true);
  });
});

describe('what two servers must answer alike', () => {
  const [body = ''] = timedRequests(1, 3, now);
  it('leaves out ids and instants, which are fresh in each answer', () => {
    const [one, other] = [quoted(JSON.parse(body)), quoted(JSON.parse(body))];
    expect(JSON.stringify(one.body)).not.toBe(JSON.stringify(other.body));
    expect(alikeIn(200, JSON.stringify(one.body))).toEqual(alikeIn(200, JSON.stringify(other.body)));
  });
  it('sees another price, inside the token as well', () => {
    const text = JSON.stringify(quoted(JSON.parse(body)).body);
    const { items } = JSON.parse(text);
    const [{ offer }] = items;
    const cheaper = { ...offer, premium: { ...offer.premium, gross: { ...offer.premium.gross, amount: 1 } } };
    expect(alikeIn(200, JSON.stringify({ items: [{ ...items[0], offer: cheaper }] }))).not.toEqual(alikeIn(200, text));
    const [terms, kid, mac] = offer.token.split('.');
    const forged = { ...JSON.parse(Buffer.from(terms, 'base64url').toString()), a: 1 };
    const token = [Buffer.from(JSON.stringify(forged)).toString('base64url'), kid, mac].join('.');
    const otherToken = JSON.stringify({ items: [{ ...items[0], offer: { ...offer, token } }] });
    expect(alikeIn(200, otherToken)).not.toEqual(alikeIn(200, text));
  });
  it('names the fields of a refusal, and not its words', () => {
    const missing = JSON.stringify({ items: [{ itemId: 'line-1', productId: 'return-freight' }] });
    expect(comparable(missing)).toEqual({
      status: 422,
      code: 'invalid-request',
      pointers: ['/items/0/insuredObject'],
    });
    const ours = { status: 422, code: 'x', title: 'Our words.', errors: [{ pointer: '/a', detail: 'Our words.' }] };
    expect(alikeIn(422, JSON.stringify(ours))).toEqual({ status: 422, code: 'x', pointers: ['/a'] });
  });
});
