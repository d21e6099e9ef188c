import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { stripeWebhooks } from '../../../functions/_adapters/stripe-webhooks.ts';
import { isTimely } from '../../../functions/_kit/inbound/timely.ts';
import type { ProviderWebhooks, SignedWebhook } from '../../../functions/_kit/services.ts';

const wall = '2026-11-23T08:00:00.000Z';
const at = Date.parse(wall) / 1000;
const year = 365 * 86_400;
const current = 'whsec_current0000000000000000000000';
const retired = 'whsec_retired0000000000000000000000';
const foreign = 'whsec_foreign0000000000000000000000';

type Signing = {
  readonly payload?: string;
  readonly secret?: string;
  readonly timestamp?: number;
  readonly scheme?: string;
};
const plain = JSON.stringify({ id: 'evt_0001', object: 'event', type: 'payment_intent.succeeded' });

const header = ({ payload = plain, secret = current, timestamp = at, scheme = 'v1' }: Signing = {}): string =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp, scheme });
/** The signature alone, without its time. */
const v1 = (signing: Signing = {}): string => header(signing).split(',')[1] ?? '';

/** Whether a webhook is believed: it is proved, and the kit finds its time near enough. */
const isBelieved = async (webhooks: ProviderWebhooks, webhook: SignedWebhook): Promise<boolean> => {
  const signedAt = await webhooks.signedAt(webhook);
  return signedAt !== undefined && isTimely(signedAt, webhook.wall);
};
const verify = (signature: string, rawBody = plain, secrets: readonly string[] = [current, retired]) =>
  isBelieved(
    stripeWebhooks(async () => secrets),
    { tenant: 'shop-a', rawBody, signature, wall },
  );

/** What is said of a signature, the header, and where they matter the body and the secrets of the tenant. */
type Case = readonly [title: string, signature: string, rawBody?: string, secrets?: readonly string[]];
const named = ([title, signature, rawBody = plain, secrets]: Case) => ({ title, signature, rawBody, secrets });

const flipped = (text: string, place: number): string => {
  const character = text.charAt(place);
  return `${text.slice(0, place)}${character === '0' ? '1' : '0'}${text.slice(place + 1)}`;
};

const unicodeBodies = [
  '{"id":"evt_1","name":"王小明"}',
  '{"id":"evt_2","name":"🚚 已签收"}',
  '{"id":"evt_3","name":"e\u0301"}',
  '{\n  "id": "evt_4",\r\n\t"spaces":  " "\n}\n',
  '{"id":"evt_5","escaped":"\\u738b"}',
];

/** What is signed is proved, whatever it says: whether it can be understood is asked afterwards. */
const genuine: readonly Case[] = [
  ...[0, -1, -60, -299, -300, 1, 60, 299, 300].map(
    (seconds): Case => [`signed ${seconds} s from now`, header({ timestamp: at + seconds })],
  ),
  ['under a secret that is being retired', header({ secret: retired })],
  ['under a secret that will be the current one', header({ secret: retired }), plain, [retired, current]],
  ['with a right signature after a foreign one', `t=${at},${v1({ secret: foreign })},${v1()}`],
  ['with a right signature before a foreign one', `t=${at},${v1()},${v1({ secret: foreign })}`],
  ['with signatures of both secrets', `t=${at},${v1()},${v1({ secret: retired })}`],
  ['with its parts in another order', `${v1()},t=${at}`],
  ['with a signature of an older scheme beside it', `t=${at},v0=${'a'.repeat(64)},${v1()}`],
  ...unicodeBodies.map((payload): Case => [`over the body ${JSON.stringify(payload)}`, header({ payload }), payload]),
  ['over a body that is no JSON', header({ payload: 'not json' }), 'not json'],
  ['over a thin notification', header({ payload: '{"object":"v2.core.event"}' }), '{"object":"v2.core.event"}'],
];

const forged: readonly Case[] = [
  ...[-301, -302, -3600, -86_400, -year, -10 * year].map(
    (seconds): Case => [`too old by ${-seconds} s`, header({ timestamp: at + seconds })],
  ),
  ...[301, 302, 3600, 86_400, year, 10 * year].map(
    (seconds): Case => [`ahead by ${seconds} s`, header({ timestamp: at + seconds })],
  ),
  ['under a foreign secret', header({ secret: foreign })],
  ['under a secret that has been retired', header({ secret: retired }), plain, [current]],
  ['of a tenant without secrets', header(), plain, []],
  ['under an empty secret', header({ secret: ' ' }), plain, ['', ' ']],
  ['of another scheme alone', header({ scheme: 'v0' })],
  ['of a scheme that does not exist', header({ scheme: 'v2' })],
  ['with another time than the signed one', `t=${at - 1},${v1()}`],
  ['with a second time that would be in bounds', `t=${at - 3600},t=${at},${v1({ timestamp: at - 3600 })}`],
  ['with the same time twice', `t=${at},t=${at},${v1()}`],
  ['with a time in milliseconds', header({ timestamp: at * 1000 })],
  ['with a time that is no number', `t=now,${v1()}`],
  ['with a negative time', `t=-1,${v1({ timestamp: -1 })}`],
  ['with a time and more behind it', `t=${at}x,${v1()}`],
  ['without a time', v1()],
  ['without a signature', `t=${at}`],
  ['with an empty signature', `t=${at},v1=`],
  ['with half of a signature', header().slice(0, -32)],
  ['with a signature in capitals', `t=${at},v1=${v1().slice(3).toUpperCase()}`],
  ...[3, 20, 66].map(
    (place): Case => [`with byte ${place} of the signature altered`, `t=${at},${flipped(v1(), place)}`],
  ),
  ['with separators of another kind', header().replace(',', ';')],
  ...['', ' ', ',', '=', 't=,v1=', 'garbage', '💳', 't=1,v1=1'.repeat(500), '\u0000'].map(
    (text): Case => [`that is ${JSON.stringify(text).slice(0, 40)}`, text],
  ),
  ...[0, 8, 20, plain.length - 2].map(
    (place): Case => [`over a body whose byte ${place} was altered`, header(), flipped(plain, place)],
  ),
  ['over an empty body', header({ payload: '' }), ''],
  ['over another body', header(), '{}'],
  ['over a body with a line end more', header(), `${plain}\n`],
  ['over a name in another normal form', header({ payload: '{"name":"\u00e9"}' }), '{"name":"e\u0301"}'],
];

describe('stripeWebhooks', () => {
  it.each(genuine.map(named))('believes a signature $title', async ({ signature, rawBody, secrets }) => {
    expect(await verify(signature, rawBody, secrets)).toBe(true);
  });
  it.each(forged.map(named))('refuses a signature $title', async ({ signature, rawBody, secrets }) => {
    expect(await verify(signature, rawBody, secrets)).toBe(false);
  });
  it('is tried with enough cases', () => {
    expect(genuine.length + forged.length).toBeGreaterThanOrEqual(60);
  });
  it('judges time by the wall time it is given and not by this machine', async () => {
    const webhooks = stripeWebhooks(async () => [current]);
    const asked = { tenant: 'shop-a', rawBody: plain, signature: header() };
    expect(await isBelieved(webhooks, { ...asked, wall: '2026-11-23T08:05:00.999Z' })).toBe(true);
    expect(await isBelieved(webhooks, { ...asked, wall: '2026-11-23T08:05:01.000Z' })).toBe(false);
    expect(await isBelieved(webhooks, { ...asked, wall: '2026-11-23T07:55:00.000Z' })).toBe(true);
    expect(await isBelieved(webhooks, { ...asked, wall: '2026-11-23T07:54:59.999Z' })).toBe(false);
  });
});
