import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, type Client, createClient, listAt, textAt } from '../../local/demo/client.ts';
import { createShop } from '../../local/demo/shop.ts';
import { type Bindery, startBindery } from '../support/bindery.ts';
import { bindFirst, reportFirst } from '../support/first-policy.ts';

let folder = '';
let bindery: Bindery;
let client: Client;
let sold = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-sale-'));
  bindery = await startBindery({ port: 0, providerPort: 0, dataFolder: folder, say: () => undefined, programs: [] });
  client = createClient(bindery.url, bindery.credentials);
});
afterAll(async () => {
  await bindery.stop();
  await rm(folder, { recursive: true });
});

it('a shop quotes, binds, is paid, ships, and its customer’s claim is decided and paid', async () => {
  const { offer, bound } = await bindFirst(client);
  expect(at(offer, 'premium.gross')).toEqual({ amount: 432, currency: 'CNY' });
  expect(bound.status, bound.text).toBe(201);
  expect(at(bound.body, 'status')).toBe('pending');
  const policyId = textAt(bound.body, 'policyId');

  const shop = createShop(client, bindery.providerUrl);
  await shop.pay(textAt(offer, 'offerId'), 432);
  await bindery.idle();
  expect(at(await shop.policy(policyId), 'invoice.status')).toBe('paid');

  const now = new Date().toISOString();
  const milestone = { milestone: 'shipment_confirmed', occurredAt: now };
  const shipped = await client.post('partner', `/policies/${policyId}/milestones`, { body: milestone });
  expect(at(shipped.body, 'status')).toBe('on-risk');

  const reported = await reportFirst(client, policyId, now);
  expect(reported.status, reported.text).toBe(201);
  await bindery.idle();
  const claim = await client.get('partner', `/claims/${textAt(reported.body, 'claimId')}`);
  expect(claim.body).toMatchObject({ status: 'paid', paid: { amount: 1200, currency: 'CNY' } });
  // What the partner sees tells nothing of how the insurer handles claims.
  expect(at(claim.body, 'handling')).toBeUndefined();

  const history = await client.get('partner', `/history/${policyId}?limit=50`);
  const types = listAt(history.body, 'items').flatMap((one) =>
    listAt(one, 'events').map((event) => textAt(event, 'type')),
  );
  expect(types).toEqual([
    'policy.bound',
    'premium.received',
    'policy.milestone-recorded',
    'policy.on-risk',
    'claim.reported',
    'claim.registered',
    'claim.assessed',
    'claim.approved',
    'disbursement.requested',
    'disbursement.submitted',
    'disbursement.succeeded',
    'claim.paid',
  ]);
  expect((await client.raw('/ops/dead-letters')).body).toEqual([]);
  sold = policyId;
});

it('the customer of that sale was written to at every step', async () => {
  const told = await client.get('partner', `/notifications?policyId=${sold}`);
  const messages = listAt(told.body, 'items').map((one) => [textAt(one, 'message'), textAt(one, 'status')]);
  expect(messages.toSorted()).toEqual([
    ['claim-approved', 'sent'],
    ['claim-paid', 'sent'],
    ['claim-received', 'sent'],
    ['policy-issued', 'sent'],
  ]);
  const outbox = await client.raw('/ops/outbox', { headers: { accept: 'application/json' } });
  const posted = outbox.body as readonly { to: string; subject: string; text: string; key: string }[];
  expect(posted.map(({ to }) => to)).toEqual(Array.from({ length: 4 }, () => 'wang@example.com'));
  const issued = posted.find(({ subject }) => subject.startsWith('合同已成立'));
  expect(issued?.text).toContain('¥4.32');
  // The link in the message leads to where a stranger sees that the policy is genuine.
  const [link = ''] = /http\S+\?code=\w+/.exec(issued?.text ?? '') ?? [];
  expect(await (await fetch(link)).json()).toMatchObject({ genuine: true });
  const page = await fetch(`${bindery.url}/ops/outbox/${issued?.key}`);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(await page.text()).toContain('王小明');
});
