import { describe, expect, it } from 'vitest';
import { endpoint } from '../../../../functions/payments/receive-payment-webhook.ts';
import { paymentEvent } from '../../../support/payments.ts';
import { deliverSigned, inboxOf, signedWebhooks } from '../../../support/webhooks.ts';
import { aWorld } from '../../../support/world.ts';

type Json = Readonly<Record<string, unknown>>;

/** A right event, with something else at one place of it. */
const withAt = (path: readonly string[], value: unknown, event: unknown = paymentEvent({ amount: 500 })): unknown => {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  return { ...(event as Json), [first]: withAt(rest, value, (event as Json)[first]) };
};

const wrongTypes: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, -1e308, Number.MAX_SAFE_INTEGER + 1, '', ' ', '0', 'null', 'NaN'],
  ...['\u0000', '\u202e', '🚚', '../../etc/passwd', "'; DROP TABLE policies; --", '<script>', '{{7*7}}', '__proto__'],
  ...['x'.repeat(10_001), [], [[]], [null], {}, { id: 'evt_0001' }, { toString: 'x' }, { constructor: { name: 'x' } }],
];
/** Fields without which no payment can be booked; a wrong one of them makes the whole event none. */
const needed = [['id'], ['data'], ['data', 'object'], ['data', 'object', 'id'], ['data', 'object', 'currency']];
const wrong = needed.flatMap((path) =>
  wrongTypes.map((value, at) => [`${path.join('.')} as ${at}`, JSON.stringify(withAt(path, value))] as const),
);
/** An amount may be a number; which of them are none that can be money? */
const wrongAmounts = wrongTypes.map((value, at) => [
  `an amount as ${at}`,
  JSON.stringify(withAt(['data', 'object', 'amount_received'], value)),
]) as readonly (readonly [string, string])[];

const nested = (levels: number, open: string, close: string): string =>
  `${open.repeat(levels)}1${close.repeat(levels)}`;
const right = JSON.stringify(paymentEvent({ amount: 500 }));
const shapes: readonly (readonly [string, string])[] = [
  ['blanks', ' \n\t '],
  ['half of an event', right.slice(0, -3)],
  ['two events', right + right],
  ['a list of events', `[${right}]`],
  ['a text', '"evt_0001"'],
  ['a number', '1e999'],
  ['a null', 'null'],
  ['a form', 'id=evt_0001&type=payment_intent.succeeded'],
  ['XML', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>'],
  ['a mark of byte order', `\ufeff${right}`],
  ['lists in lists, thirty thousand deep', nested(30_000, '[', ']')],
  ['objects in objects, ten thousand deep', nested(10_000, '{"a":', '}')],
  ['an event 33 levels deep', right.replace('{"id"', `{"x":${nested(33, '[', ']')},"id"`)],
  ['six thousand values', right.replace('{"id"', `{"x":[${'0,'.repeat(6_000)}0],"id"`)],
  ['ten thousand keys', `{${Array.from({ length: 6_000 }, (_, n) => `"k${n}":0`).join()}}`],
  ['an infinite amount', right.replace('"amount_received":500', '"amount_received":1e999')],
  [
    'a number of five thousand digits',
    right.replace('"amount_received":500', `"amount_received":${'9'.repeat(5_000)}`),
  ],
  ['an amount in hexadecimal', right.replace('"amount_received":500', '"amount_received":0x1F4')],
  ['a poisoned prototype', right.replace('{"id"', '{"__proto__":{"type":"payment_intent.succeeded"},"id"')],
  ['a poisoned prototype in the payment', right.replace('"object":{"id"', '"object":{"__proto__":{"amount":1},"id"')],
  ['a type that is no text', JSON.stringify(withAt(['type'], { $ne: null }))],
  ['a type of a thousand letters', JSON.stringify(withAt(['type'], 'payment_intent.succeeded'.repeat(50)))],
];

const payloads = [...wrong, ...wrongAmounts, ...shapes];
const aShop = () => aWorld([endpoint], { services: { providerWebhooks: signedWebhooks } });

describe('a signed webhook that is hostile', () => {
  it('is tried in enough ways', () => {
    expect(payloads.length).toBeGreaterThanOrEqual(150);
    expect(new Set(payloads.map(([, body]) => body)).size).toBeGreaterThanOrEqual(150);
  });

  it('is refused as not understood, whichever it is, and writes nothing but its entry in the inbox', async () => {
    for (const [what, body] of payloads) {
      const world = await aShop();
      const before = JSON.stringify(world.engine.items());
      const answer = await deliverSigned(world, body);
      expect([answer.status, (answer.body as Json)['code']], what).toEqual([422, 'webhook-not-understood']);
      expect(JSON.stringify(world.engine.items()), what).toBe(before);
      expect(inboxOf(world), what).toMatchObject([{ status: 'refused', outcome: 'webhook-not-understood' }]);
    }
  });

  it('is not even kept when it is larger than any webhook', async () => {
    const world = await aShop();
    const answer = await deliverSigned(world, right.replace('{"id"', `{"x":"${'x'.repeat(65_536)}","id"`));
    expect([answer.status, answer.body]).toMatchObject([413, { code: 'body-too-large' }]);
    expect(world.inboxFiles.size).toBe(0);
  });

  it.each([
    ['fields that we do not know', ['livemode'], { deep: [{ er: 'x' }] }],
    ['a name with marks that turn the direction around', ['data', 'object', 'description'], '\u202eabc\u2066'],
    ['metadata that is no offer', ['data', 'object', 'metadata', 'offer_id'], { $gt: '' }],
    ['an offer that looks like a path', ['data', 'object', 'metadata', 'offer_id'], '../../shop-b'],
  ])('does not keep money from being booked by %s', async (_what, path, value) => {
    const world = await aShop();
    const answer = await deliverSigned(world, JSON.stringify(withAt(path, value)));
    expect([answer.status, answer.body]).toEqual([200, { received: true, outcome: 'unmatched' }]);
  });
});
