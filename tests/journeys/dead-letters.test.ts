import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Services } from '../../functions/_kit/services.ts';
import { at, type Client, createClient, listAt, textAt } from '../../local/demo/client.ts';
import { createShop } from '../../local/demo/shop.ts';
import { type Bindery, startBindery } from '../support/bindery.ts';
import { bindFirst, reportFirst } from '../support/first-policy.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';
let bindery: Bindery;
let client: Client;
const start = async (): Promise<void> => {
  bindery = await startBindery({ port: 0, providerPort: 0, dataFolder: folder, say: () => undefined, programs: [] });
  client = createClient(bindery.url, bindery.credentials);
};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-letters-'));
  await start();
});
afterAll(async () => {
  await bindery.stop();
  await rm(folder, { recursive: true });
});

/** The command as a person gives it, against the platform that runs here. */
const command = async (...args: readonly string[]): Promise<string> => {
  const given = ['local/dead-letters.ts', ...args, '--url', bindery.url];
  return (await promisify(execFile)(process.execPath, given, { cwd: root })).stdout;
};
const letters = async () => JSON.parse(await command('list', '--json')).letters;

const boundAndPaid = async (): Promise<string> => {
  const { offer, bound } = await bindFirst(client);
  const policyId = textAt(bound.body, 'policyId');
  await createShop(client, bindery.providerUrl).pay(textAt(offer, 'offerId'), 432);
  await bindery.idle();
  const milestone = { milestone: 'shipment_confirmed', occurredAt: new Date().toISOString() };
  expect((await client.post('partner', `/policies/${policyId}/milestones`, { body: milestone })).status).toBe(200);
  return policyId;
};

const reportClaim = async (policyId: string): Promise<string> => {
  const reported = await reportFirst(client, policyId, new Date().toISOString());
  expect(reported.status, reported.text).toBe(201);
  return textAt(reported.body, 'claimId');
};
const claimNow = async (claimId: string) => (await client.get('partner', `/claims/${claimId}`)).body;
const timesOf = async (policyId: string, type: string): Promise<number> => {
  const history = await client.get('partner', `/history/${policyId}?limit=50`);
  const events = listAt(history.body, 'items').flatMap((one) => listAt(one, 'events'));
  return events.filter((event) => textAt(event, 'type') === type).length;
};

/** The carrier's line is down until it is mended: whoever asks it fails. */
const carrierDown = (): (() => void) => {
  const tracking = bindery.platform.services.tracking as { parcel: Services['tracking']['parcel'] };
  const { parcel } = tracking;
  tracking.parcel = async () => {
    throw new Error('The carrier does not answer.');
  };
  return () => Object.assign(tracking, { parcel });
};

it('a claim that no machine could decide is decided and paid, once, after its letter is replayed', async () => {
  const policyId = await boundAndPaid();
  const mend = carrierDown();
  const claimId = await reportClaim(policyId);
  await bindery.idle();
  const [first, ...more] = await letters();
  expect(more).toEqual([]);
  expect(first).toMatchObject({
    ...{ queue: 'bindery-local-adjudicate-claim-dead', subscriber: 'adjudicateClaim', attempts: 5 },
    ...{ reason: 'The carrier does not answer.', event: { type: 'claim.registered', data: { claimId } } },
  });
  expect(at(await claimNow(claimId), 'status')).toBe('registered');

  // Replayed before it is mended it fails again, and is another letter.
  expect(await command('replay', first.id)).toContain('was given to adjudicateClaim again');
  await bindery.idle();
  const [second, ...none] = await letters();
  expect(none).toEqual([]);
  expect(second.id).not.toBe(first.id);
  expect(second.event).toEqual(first.event);

  mend();
  await command('replay', second.id);
  await bindery.idle();
  expect(await letters()).toEqual([]);
  expect(await claimNow(claimId)).toMatchObject({ status: 'paid', paid: { amount: 1200, currency: 'CNY' } });

  // Once more is told, and does nothing.
  expect(await command('replay', second.id)).toContain('was already replayed by');
  await bindery.idle();
  for (const type of ['claim.approved', 'disbursement.requested', 'claim.paid'])
    expect(await timesOf(policyId, type), type).toBe(1);
  const settled = JSON.parse(await command('settled', '--json'));
  expect(settled.map(({ id, how }: { id: string; how: string }) => [id, how])).toEqual([
    [second.id, 'replayed'],
    [first.id, 'replayed'],
  ]);
});

it('an event that nobody will ever be able to take is dropped with a reason, which outlives the platform', async () => {
  const nobodys = { tenant: 'shop-of-nobody', id: 'clm_none.1.1', type: 'claim.registered', data: { claimId: 'none' } };
  const event = { specversion: '1.0', source: '/', subject: 'none', time: '2026-11-23T08:00:00.000Z', ...nobodys };
  const whole = { ...event, datacontenttype: 'application/json', sequence: 1, requestid: 'req_1' };
  bindery.bus.publish([whole as Parameters<Bindery['bus']['publish']>[0][number]]);
  await bindery.idle();
  const dead = (await letters()).filter((one: { event: { id: string } }) => one.event.id === 'clm_none.1.1');
  expect(dead).not.toEqual([]);
  for (const { id } of dead) await command('drop', id, '--reason', 'no claim of this name was ever reported');
  expect(await letters()).toEqual([]);
  await bindery.stop();
  await start();
  expect(await letters()).toEqual([]);
  expect(await command('settled')).toContain('no claim of this name was ever reported');
});
