import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Stripe from 'stripe';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, type Login, listAt, textAt, tokenFor } from '../../local/demo/client.ts';
import { firstBasket } from '../../local/first-curl.ts';
import { type Bindery, startBindery } from '../support/bindery.ts';

let folder = '';
let bindery: Bindery;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-onboarding-'));
  bindery = await startBindery({ port: 0, providerPort: 0, dataFolder: folder, say: () => undefined, programs: [] });
});
afterAll(async () => {
  await bindery.stop();
  await rm(folder, { recursive: true });
});

/** A stranger with curl and nothing else: every call goes over HTTP, with what the API itself has given. */
const stranger = async (name: string) => {
  const sandbox = await promisify(execFile)(process.execPath, [
    new URL('../../local/sandbox.ts', import.meta.url).pathname,
    ...['--url', bindery.url, '--name', name],
  ]);
  const [tenant = '', clientId = '', secret = ''] = ['Tenant', 'Client id', 'Secret'].map(
    (label) => new RegExp(`^${label} +(\\S+)$`, 'm').exec(sandbox.stdout)?.[1] ?? '',
  );
  let calls = 0;
  const as = async (login: Login) => {
    const authorization = `Bearer ${await tokenFor(bindery.url, login)}`;
    const ask = async (path: string, init: RequestInit) => {
      const response = await fetch(`${bindery.url}/v1${path}`, init);
      return { status: response.status, body: (await response.json()) as unknown };
    };
    return {
      get: (path: string) => ask(path, { headers: { authorization } }),
      post: (path: string, body: object = {}) => {
        calls += 1;
        const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': `${tenant}-${calls}` };
        return ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
      },
    };
  };
  return { tenant, output: sandbox.stdout, as, own: await as({ clientId, secret }) };
};
type Stranger = Awaited<ReturnType<typeof stranger>>;

const bind = async ({ own }: Stranger) => {
  const offer = at((await own.post('/quotes', firstBasket)).body, 'items.0.offer');
  const buyer = { name: '王小明', phone: '+8613800138000', locale: 'zh-CN' };
  const customerId = textAt((await own.post('/customers', buyer)).body, 'customerId');
  const acknowledged = listAt(offer, 'disclosures')
    .filter((one) => at(one, 'required') === true)
    .map((one) => ({ code: textAt(one, 'code'), contentHash: textAt(one, 'contentHash') }));
  const bound = await own.post('/policies', {
    ...{ offer: textAt(offer, 'token'), customerId, reference: 'SO-20261123-0042', acknowledged },
    ...{ identity: { orderNumber: 'SO-20261123-0042' }, collection: 'provider' },
  });
  return { policyId: textAt(bound.body, 'policyId'), offerId: textAt(offer, 'offerId') };
};

/** Charges a card at the provider under the stranger's own key; the webhook goes to the stranger's own tenant. */
const pay = async ({ tenant }: Stranger, offerId: string): Promise<void> => {
  const { hostname: host, port } = new URL(bindery.providerUrl);
  const stripe = new Stripe(`sk_test_${tenant}`, { host, port, protocol: 'http', telemetry: false });
  const metadata = { offer_id: offerId };
  const intent = await stripe.paymentIntents.create({ amount: 432, currency: 'cny', metadata });
  await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' });
  await bindery.idle();
};

it('a stranger comes from nothing to a paid policy and a paid claim, without anybody’s help', async () => {
  const shop = await stranger('My shop');
  expect(shop.tenant).toMatch(/^sbx-[0-9a-z]{26}$/);
  const { policyId, offerId } = await bind(shop);
  await pay(shop, offerId);
  expect(at((await shop.own.get(`/policies/${policyId}`)).body, 'invoice.status')).toBe('paid');

  const now = new Date().toISOString();
  await shop.own.post(`/policies/${policyId}/milestones`, { milestone: 'shipment_confirmed', occurredAt: now });
  const parcel = { waybill: 'SF1380013800009', status: 'signed_by_seller', signedAt: now };
  const headers = { 'content-type': 'application/json' };
  await fetch(`${bindery.url}/sandbox/parcels`, { method: 'POST', headers, body: JSON.stringify(parcel) });
  const form = { waybillNumber: parcel.waybill, returnKind: 'return', paidBy: 'buyer', onPlatform: true };
  const claim = { coverage: 'return-freight', lossAt: now, form, payee: 'ba_1QK2v9L0aZ4xYw7T' };
  const reported = await shop.own.post(`/policies/${policyId}/claims`, claim);
  await bindery.idle();
  const paid = await shop.own.get(`/claims/${textAt(reported.body, 'claimId')}`);
  expect(paid.body).toMatchObject({ status: 'paid', paid: { amount: 1200, currency: 'CNY' } });

  // The stranger plays the insurer's side too: somebody who may see what waits for a decision.
  const person = await shop.own.post('/credentials', { name: 'Handler', roles: ['claims_handler'] });
  const handler = await shop.as(person.body as Login);
  expect(await handler.get('/claims/queue')).toMatchObject({ status: 200, body: { items: [] } });
  expect((await shop.own.get('/claims/queue')).status).toBe(403);
});

it('a second tenant sees nothing of the first, and has the same order insured for itself', async () => {
  const [one, other] = [await stranger('One'), await stranger('Other')];
  const { policyId, offerId } = await bind(one);
  expect(await other.own.get(`/policies/${policyId}`)).toMatchObject({
    status: 404,
    body: { code: 'policy-not-found' },
  });
  expect(at((await other.own.get('/policies')).body, 'items')).toEqual([]);
  const own = await bind(other);
  expect(own.policyId).not.toBe(policyId);
  // Money of the one under the key of the other pays for nothing of the first.
  await pay(other, offerId);
  expect(at((await one.own.get(`/policies/${policyId}`)).body, 'invoice.status')).not.toBe('paid');
});

it('prints a first quote that works when pasted', async () => {
  const { output } = await stranger('Pasted');
  const curl = /^TOKEN=[\s\S]*?(?=\n\n)/m.exec(output)?.[0] ?? '';
  const { stdout } = await promisify(execFile)('sh', ['-c', curl]);
  expect(JSON.parse(stdout)).toMatchObject({ items: [{ offer: { premium: { gross: { amount: 432 } } } }] });
});

it('says in one sentence that nothing serves', async () => {
  const args = [new URL('../../local/sandbox.ts', import.meta.url).pathname, '--url', 'http://127.0.0.1:9'];
  const failed = await promisify(execFile)(process.execPath, args).catch((thrown: { stderr: string }) => thrown);
  expect(failed.stderr).toContain('Nothing answers at http://127.0.0.1:9: begin with npm start');
});
