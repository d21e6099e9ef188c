import { randomBytes } from 'node:crypto';
import { signWebhook, verifyWebhook, WebhookRefused } from '@bindery/sdk';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import { describe, expect, it } from 'vitest';
import { webhookHeaders } from '../../functions/webhooks/sign.ts';

const aSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;
const secret = aSecret();
const id = 'pol_01jd8x2k7v5m3q9w4t6y8r0z1b.1.1';
const event = { id, type: 'policy.bound', subject: 'pol_1', data: { reference: '订单-42' } };
const payload = JSON.stringify(event);

const secondsAgo = (seconds: number): Date => new Date(Date.now() - seconds * 1_000);
const signed = (at = new Date(), by = secret) => signWebhook({ id, payload, secret: by, at });
const reasonOf = (verified: Promise<unknown>): Promise<unknown> =>
  verified.then(
    () => 'taken',
    (thrown: unknown) => (thrown instanceof WebhookRefused ? thrown.reason : String(thrown)),
  );

describe('a webhook', () => {
  it('is taken as the platform signs it', async () => {
    const headers = webhookHeaders({ id, sentAt: new Date().toISOString(), body: payload }, [secret]);
    expect(await verifyWebhook({ payload, headers, secret })).toEqual(event);
  });
  it('is taken from bytes, from a Headers object, and under names of any case', async () => {
    const headers = await signed();
    const shouted = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));
    expect(await verifyWebhook({ payload: new TextEncoder().encode(payload), headers, secret })).toEqual(event);
    expect(await verifyWebhook({ payload, headers: new Headers(headers), secret })).toEqual(event);
    expect(await verifyWebhook({ payload, headers: shouted, secret })).toEqual(event);
  });
  it('is taken while a secret is being changed, whichever of two the receiver knows', async () => {
    const next = aSecret();
    const headers = webhookHeaders({ id, sentAt: new Date().toISOString(), body: payload }, [secret, next]);
    for (const known of [secret, next, [aSecret(), next]])
      expect(await verifyWebhook({ payload, headers, secret: known })).toEqual(event);
    expect(await reasonOf(verifyWebhook({ payload, headers, secret: aSecret() }))).toBe('signature-wrong');
  });
  // Five minutes either way; two seconds of room for the run of the test.
  it.each([
    [298, 'taken'],
    [302, 'timestamp-off'],
    [-298, 'taken'],
    [-302, 'timestamp-off'],
  ])('that was signed %i seconds ago is %s', async (seconds, outcome) => {
    const headers = await signed(secondsAgo(seconds));
    expect(await reasonOf(verifyWebhook({ payload, headers, secret }))).toBe(outcome);
  });
  it('is held to the tolerance that was asked for', async () => {
    const headers = await signed(secondsAgo(30));
    expect(await reasonOf(verifyWebhook({ payload, headers, secret, toleranceSeconds: 20 }))).toBe('timestamp-off');
  });
  it.each<[string, (headers: Record<string, string>) => Record<string, string>, string]>([
    ['no id', ({ 'webhook-id': _, ...rest }) => rest, 'header-missing'],
    ['no time', ({ 'webhook-timestamp': _, ...rest }) => rest, 'header-missing'],
    ['no signature', ({ 'webhook-signature': _, ...rest }) => rest, 'header-missing'],
    ['another id', (headers) => ({ ...headers, 'webhook-id': 'pol_2' }), 'signature-wrong'],
    ['a time that is none', (headers) => ({ ...headers, 'webhook-timestamp': 'NaN' }), 'timestamp-off'],
    ['an empty time', (headers) => ({ ...headers, 'webhook-timestamp': '' }), 'timestamp-off'],
    ['a signature that is none', (headers) => ({ ...headers, 'webhook-signature': 'v1,%%%' }), 'signature-wrong'],
    ['an empty signature', (headers) => ({ ...headers, 'webhook-signature': 'v1,' }), 'signature-wrong'],
    [
      'a signature of another version',
      (headers) => ({ ...headers, 'webhook-signature': (headers['webhook-signature'] ?? '').replace('v1', 'v1a') }),
      'signature-wrong',
    ],
  ])('with %s is refused', async (_what, change, reason) => {
    expect(await reasonOf(verifyWebhook({ payload, headers: change(await signed()), secret }))).toBe(reason);
  });
  it('whose body was touched by one byte is refused', async () => {
    const headers = await signed();
    for (const touched of [`${payload} `, payload.replace('42', '43'), `\uFEFF${payload}`])
      expect(await reasonOf(verifyWebhook({ payload: touched, headers, secret }))).toBe('signature-wrong');
  });
  it('that is signed and no event is refused', async () => {
    for (const body of ['null', '{}', 'hello']) {
      const headers = await signWebhook({ id, payload: body, secret });
      expect(await reasonOf(verifyWebhook({ payload: body, headers, secret }))).toBe('not-an-event');
    }
  });
  it('cannot be verified with something that is no secret', async () => {
    await expect(verifyWebhook({ payload, headers: await signed(), secret: 'password' })).rejects.toThrow('whsec_');
  });
});

describe.each([
  ['standardwebhooks', StandardWebhook],
  ['svix', SvixWebhook],
])('the library %s', (_name, Library) => {
  it('takes what signWebhook signs', async () => {
    const headers = await signed();
    expect(() => new Library(secret).verify(payload, headers)).not.toThrow();
    expect(() => new Library(aSecret()).verify(payload, headers)).toThrow();
  });
  it('signs what verifyWebhook takes', async () => {
    const at = new Date();
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Library(secret).sign(id, at, payload),
    };
    expect(await verifyWebhook({ payload, headers, secret })).toEqual(event);
  });
  it('refuses just what verifyWebhook refuses', async () => {
    const headers = await signed();
    const old = await signed(secondsAgo(400));
    const cases: readonly (readonly [string, Record<string, string>])[] = [
      [payload, headers],
      [`${payload} `, headers],
      [payload, old],
      [payload, { ...headers, 'webhook-id': 'x' }],
      [payload, { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` }],
      [payload, { ...headers, 'webhook-signature': 'v2,AAAA' }],
    ];
    const theirs = cases.map(([body, given]) => {
      try {
        new Library(secret).verify(body, given);
        return true;
      } catch {
        return false;
      }
    });
    const ours = await Promise.all(
      cases.map(
        async ([body, given]) => (await reasonOf(verifyWebhook({ payload: body, headers: given, secret }))) === 'taken',
      ),
    );
    expect(ours).toEqual(theirs);
    expect(ours).toEqual([true, false, false, false, true, false]);
  });
});
