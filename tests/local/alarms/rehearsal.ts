import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient, textAt } from '../../../local/demo/client.ts';
import { createShop } from '../../../local/demo/shop.ts';
import { type Bindery, startBindery } from '../../support/bindery.ts';
import { bindFirst } from '../../support/first-policy.ts';

export const minuteMs = 60_000;

/** The platform of this machine, with its alarms asked at whatever instant a test says. */
export const aRehearsal = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bindery-alarms-'));
  const wish = { port: 0, providerPort: 0, dataFolder: folder, say: () => undefined, programs: [] };
  const bindery: Bindery = await startBindery(wish);
  const client = createClient(bindery.url, bindery.credentials);
  const { source, look } = bindery.ops;

  const alarmAt = async (subject: string, now: number) => {
    await look(now);
    const found = (await source.alarms()).find((one) => one.subject === subject);
    if (found === undefined) throw new Error(`There is no alarm ${subject}.`);
    return found;
  };
  return {
    ...{ bindery, client, source, alarmAt },
    stateAt: async (subject: string, now = Date.now()): Promise<string> => (await alarmAt(subject, now)).state,
    stop: async (): Promise<void> => {
      await bindery.stop();
      await rm(folder, { recursive: true });
    },
  };
};
export type Rehearsal = Awaited<ReturnType<typeof aRehearsal>>;

const boundAndPaid = async (client: Client, { providerUrl, idle }: Bindery): Promise<string> => {
  const { offer, bound } = await bindFirst(client);
  await createShop(client, providerUrl).pay(textAt(offer, 'offerId'), 432);
  await idle();
  return textAt(bound.body, 'policyId');
};

/** A claim that is decided and paid at once, to somebody's account. */
export const aClaimFor = async ({ client, bindery }: Rehearsal, payee: string): Promise<void> => {
  const policyId = await boundAndPaid(client, bindery);
  const now = textAt((await client.raw('/sandbox')).body, 'now');
  const milestone = { milestone: 'shipment_confirmed', occurredAt: now };
  await client.post('partner', `/policies/${policyId}/milestones`, { body: milestone });
  await client.tell('parcels', { waybill: 'SF1380013800001', status: 'signed_by_seller', signedAt: now });
  const form = { waybillNumber: 'SF1380013800001', returnKind: 'return', paidBy: 'buyer', onPlatform: true };
  const report = { coverage: 'return-freight', lossAt: now, payee, form };
  const answer = await client.post('partner', `/policies/${policyId}/claims`, { body: report });
  if (answer.status !== 201) throw new Error(answer.text);
  await bindery.idle();
};
