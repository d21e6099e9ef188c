import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningProvider, startProvider } from '../../../local/provider/server.ts';
import { cards } from '../../../local/provider/simulation.ts';

const secret = 'whsec_endpoint';
const own = 'sbx-01jd8x2k7v5m3q9w4t6y8r0z1b';
type Received = { readonly to: string | undefined; readonly body: string; readonly signature: string };

let folder = '';
let received: Received[] = [];
let status = 200;
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    received.push({ to: request.url, body, signature: String(request.headers['stripe-signature']) });
    response.writeHead(status).end();
  });
});

const start = (): Promise<RunningProvider> => {
  const { port } = receiver.address() as AddressInfo;
  const endpoint = async (tenant = 'none') => ({ url: `http://127.0.0.1:${port}/${tenant}`, secret });
  const knows = async (tenant: string): Promise<boolean> => tenant === own;
  return startProvider({ dataFolder: folder, port: 0, endpoint, knows });
};
const stripeAt = ({ port }: RunningProvider): Stripe =>
  new Stripe('sk_test_shop', { host: '127.0.0.1', port, protocol: 'http', telemetry: false, maxNetworkRetries: 0 });
const untilReceived = async (count: number): Promise<void> => {
  for (let tries = 0; received.length < count && tries < 200; tries += 1) await wait(10);
};

let running: RunningProvider;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-provider-'));
  received = [];
  status = 200;
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  running = await start();
});
afterEach(async () => {
  await running.stop();
  receiver.closeAllConnections();
  await new Promise((closed) => receiver.close(closed));
  await rm(folder, { recursive: true });
});

const payment = { amount: 432, currency: 'cny', metadata: { offer_id: 'off_1' } };

describe('the simulated provider', () => {
  it.each([
    [`sk_test_${own}`, own],
    ['sk_test_shop', 'none'],
    ['sk_test_other-tenant', 'none'],
  ])('tells the tenant whose key %s is, as far as the key names one', async (key, tenant) => {
    const { port } = running;
    const stripe = new Stripe(key, { host: '127.0.0.1', port, protocol: 'http', telemetry: false });
    const { id } = await stripe.paymentIntents.create(payment);
    await stripe.paymentIntents.confirm(id, { payment_method: cards.good });
    await untilReceived(1);
    expect(received.map(({ to }) => to)).toEqual([`/${tenant}`]);
  });
  it.each(['sbx-01jd8x2k7v5m3q9w4t6y8r0z1c', 'sbx-cut-short'])('refuses the key of no sandbox: %s', async (tenant) => {
    const { port } = running;
    const options = { host: '127.0.0.1', port, protocol: 'http', telemetry: false, maxNetworkRetries: 0 } as const;
    const refused = new Stripe(`sk_test_${tenant}`, options).paymentIntents.create(payment);
    await expect(refused).rejects.toMatchObject({ type: 'StripeAuthenticationError', statusCode: 401 });
  });
  it('tells of a payment by a webhook that Stripe’s own library proves', async () => {
    const stripe = stripeAt(running);
    const intent = await stripe.paymentIntents.create(payment);
    expect(intent.status).toBe('requires_payment_method');
    await stripe.paymentIntents.confirm(intent.id, { payment_method: cards.good });
    await untilReceived(1);
    const [{ body, signature } = { body: '', signature: '' }] = received;
    const event = Stripe.webhooks.constructEvent(body, signature, secret);
    expect(event.type).toBe('payment_intent.succeeded');
    expect(event.data.object).toMatchObject({ id: intent.id, amount_received: 432, metadata: { offer_id: 'off_1' } });
  });
  it('declines a card as Stripe does', async () => {
    const stripe = stripeAt(running);
    const intent = await stripe.paymentIntents.create(payment);
    const declined = stripe.paymentIntents.confirm(intent.id, { payment_method: cards.declined });
    await expect(declined).rejects.toMatchObject({ type: 'StripeCardError', code: 'card_declined', statusCode: 402 });
    expect(received).toEqual([]);
  });
  it('answers a repeated key as before, and refuses it for another request', async () => {
    const stripe = stripeAt(running);
    const first = await stripe.paymentIntents.create(payment, { idempotencyKey: 'key-1' });
    expect((await stripe.paymentIntents.create(payment, { idempotencyKey: 'key-1' })).id).toBe(first.id);
    const other = stripe.paymentIntents.create({ ...payment, amount: 433 }, { idempotencyKey: 'key-1' });
    await expect(other).rejects.toMatchObject({ type: 'StripeIdempotencyError' });
  });
  it('sends a webhook again until it is taken, and once more when asked to', async () => {
    status = 503;
    const stripe = stripeAt(running);
    const intent = await stripe.paymentIntents.create(payment);
    await stripe.paymentIntents.confirm(intent.id, { payment_method: cards.good });
    await untilReceived(2);
    status = 200;
    await untilReceived(3);
    const [first] = received;
    const { id } = JSON.parse(first?.body ?? '{}') as { id: string };
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    const count = received.length;
    await stripe.rawRequest('POST', `/v1/events/${id}/retry`, {});
    await untilReceived(count + 1);
    expect(received.at(-1)?.body).toBe(first?.body);
  });
  it('refunds no more than was paid', async () => {
    const stripe = stripeAt(running);
    const intent = await stripe.paymentIntents.create(payment);
    await stripe.paymentIntents.confirm(intent.id, { payment_method: cards.good });
    await stripe.refunds.create({ payment_intent: intent.id, amount: 400 });
    await expect(stripe.refunds.create({ payment_intent: intent.id, amount: 33 })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    });
    await stripe.refunds.create({ payment_intent: intent.id, amount: 32 });
    expect((await stripe.refunds.list({ payment_intent: intent.id })).data).toHaveLength(2);
  });
  it.each([
    ['an amount of nothing', { amount: 0, currency: 'cny' }],
    ['a currency that is none', { amount: 1, currency: 'yuan' }],
  ])('refuses %s', async (_what, params) => {
    await expect(stripeAt(running).paymentIntents.create(params)).rejects.toMatchObject({ statusCode: 400 });
  });
  it('forgets nothing across a restart', async () => {
    const before = await stripeAt(running).paymentIntents.create(payment, { idempotencyKey: 'key-2' });
    await running.stop();
    running = await start();
    const stripe = stripeAt(running);
    expect((await stripe.paymentIntents.retrieve(before.id)).amount).toBe(432);
    expect((await stripe.paymentIntents.create(payment, { idempotencyKey: 'key-2' })).id).toBe(before.id);
  });
  it('forgets nothing when it is killed, and sends again what was not taken', async () => {
    status = 503;
    const stripe = stripeAt(running);
    const intent = await stripe.paymentIntents.create(payment);
    await stripe.paymentIntents.confirm(intent.id, { payment_method: cards.good });
    await untilReceived(1);
    // What lies on the disk at this moment is all that a killed program leaves behind.
    const left = `${folder}-left`;
    await cp(folder, left, { recursive: true });
    await running.stop();
    await rm(folder, { recursive: true });
    folder = left;
    const count = received.length;
    status = 200;
    running = await start();
    await untilReceived(count + 1);
    expect(received[count]?.body).toBe(received[0]?.body);
    expect((await stripeAt(running).paymentIntents.retrieve(intent.id)).status).toBe('succeeded');
  });
  it('asks for a key', async () => {
    const response = await fetch(`${running.url}/v1/payouts`);
    expect(response.status).toBe(401);
  });
});
