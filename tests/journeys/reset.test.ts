import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, type Login, listAt, textAt, tokenFor } from '../../local/demo/client.ts';
import { firstBasket } from '../../local/first-curl.ts';
import { newSandbox } from '../../local/new-sandbox.ts';
import { type Bindery, startBindery } from '../support/bindery.ts';

let folder = '';
let bindery: Bindery;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-reset-'));
  bindery = await startBindery({ port: 0, providerPort: 0, dataFolder: folder, say: () => undefined, programs: [] });
});
afterAll(async () => {
  await bindery.stop();
  await rm(folder, { recursive: true });
});

/** A partner over HTTP, with a token of the moment and keys of its own choice. */
const partner = async (login: Login) => {
  const authorization = `Bearer ${await tokenFor(bindery.url, login)}`;
  const ask = async (path: string, init: RequestInit) => {
    const response = await fetch(`${bindery.url}/v1${path}`, init);
    const text = await response.text();
    return { status: response.status, text, body: JSON.parse(text) as unknown, headers: response.headers };
  };
  return {
    get: (path: string) => ask(path, { headers: { authorization } }),
    post: (path: string, key: string, body?: object) => {
      const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': key };
      return ask(path, { method: 'POST', headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    },
  };
};
type Partner = Awaited<ReturnType<typeof partner>>;

/** The same sale each time: the same keys, the same reference, the same order, the same buyer. */
const sell = async ({ post }: Partner) => {
  const offer = at((await post('/quotes', 'quote-of-the-test', firstBasket)).body, 'items.0.offer');
  const buyer = { name: '王小明', phone: '+8613800138000', locale: 'zh-CN' };
  const customer = await post('/customers', 'customer-of-the-test', buyer);
  const acknowledged = listAt(offer, 'disclosures')
    .filter((one) => at(one, 'required') === true)
    .map((one) => ({ code: textAt(one, 'code'), contentHash: textAt(one, 'contentHash') }));
  const bound = await post('/policies', 'policy-of-the-test', {
    ...{ offer: textAt(offer, 'token'), customerId: textAt(customer.body, 'customerId'), acknowledged },
    ...{ reference: 'SO-20261123-0042', collection: 'provider' },
    identity: { orderNumber: 'SO-20261123-0042' },
  });
  expect([customer.status, bound.status], bound.text).toEqual([201, 201]);
  return { policyId: textAt(bound.body, 'policyId'), offerId: textAt(offer, 'offerId') };
};

const pay = async (tenant: string, offerId: string): Promise<void> => {
  const { hostname: host, port } = new URL(bindery.providerUrl);
  const stripe = new Stripe(`sk_test_${tenant}`, { host, port, protocol: 'http', telemetry: false });
  const metadata = { offer_id: offerId };
  const intent = await stripe.paymentIntents.create({ amount: 432, currency: 'cny', metadata });
  await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' });
  await bindery.idle();
};

it('a sandbox begins anew as often as its partner likes, under the same keys and references', async () => {
  const login = await newSandbox({ url: bindery.url, name: 'Again', key: randomUUID() });
  let shop = await partner(login);
  const seen: string[] = [];
  let tenant = login.tenant;
  for (const generation of [2, 3]) {
    const { policyId, offerId } = await sell(shop);
    await pay(tenant, offerId);
    expect(at((await shop.get(`/policies/${policyId}`)).body, 'invoice.status')).toBe('paid');
    expect(seen).not.toContain(policyId);
    seen.push(policyId);

    const reset = await shop.post('/sandbox/reset', `reset-to-${generation}`);
    tenant = `${login.tenant}-g${generation}`;
    expect([reset.status, at(reset.body, 'tenant'), at(reset.body, 'payments.webhookPath')]).toEqual([
      ...[201, tenant, `/v1/payment-webhooks/${tenant}`],
    ]);
    shop = await partner(login);
    const retried = await shop.post('/sandbox/reset', `reset-to-${generation}`);
    expect([retried.text, retried.headers.get('idempotent-replayed')]).toEqual([reset.text, 'true']);

    for (const old of seen) expect((await shop.get(`/policies/${old}`)).status).toBe(404);
    expect((await shop.get('/policies')).body).toEqual({ items: [] });
    expect(listAt((await shop.get('/events')).body, 'items')).toEqual([]);
    expect(listAt((await shop.get('/credentials')).body, 'items')).toHaveLength(1);
  }
  const { policyId } = await sell(shop);
  expect(seen).not.toContain(policyId);
}, 60_000);
