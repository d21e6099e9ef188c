import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Flow } from '../../../infra/cost/flows.ts';
import { advance } from '../../../local/demo/advance.ts';
import { type Client, createClient, textAt } from '../../../local/demo/client.ts';
import { createShop } from '../../../local/demo/shop.ts';
import { type Bindery, startBindery } from '../../support/bindery.ts';
import { bindFirst } from '../../support/first-policy.ts';

type Line = Readonly<Record<string, unknown>>;
type Story = 'policy' | 'claim';

const waybill = 'SF1380013800001';

const bind = async (client: Client) => {
  const { offer, bound } = await bindFirst(client);
  return { policyId: textAt(bound.body, 'policyId'), offerId: textAt(offer, 'offerId') };
};

const claim = async (client: Client, policyId: string, now: string): Promise<void> => {
  await client.tell('parcels', { waybill, status: 'signed_by_seller', signedAt: now });
  const form = { waybillNumber: waybill, returnKind: 'return', paidBy: 'buyer', onPlatform: true };
  const loss = { coverage: 'return-freight', lossAt: now, form, payee: 'ba_1QK2v9L0aZ4xYw7T' };
  const reported = await client.post('partner', `/policies/${policyId}/claims`, { body: loss });
  if (reported.status !== 201) throw new Error(reported.text);
};

/** A return-freight policy from its quote to its end: bought, paid, shipped, claimed where a claim is told, expired. */
const live = async (bindery: Bindery, story: Story): Promise<void> => {
  const client = createClient(bindery.url, bindery.credentials);
  const { policyId, offerId } = await bind(client);
  await createShop(client, bindery.providerUrl).pay(offerId, 432);
  await bindery.idle();
  const now = textAt((await client.raw('/sandbox')).body, 'now');
  const milestone = { milestone: 'shipment_confirmed', occurredAt: now };
  await client.post('partner', `/policies/${policyId}/milestones`, { body: milestone });
  await bindery.idle();
  if (story === 'claim') await claim(client, policyId, now);
  await bindery.idle();
  await advance(client, 'P100D');
  await bindery.idle();
};

/** Lines of what the story is about; its sandbox has a clock, credentials and checkpoints of its own. */
const isOfStory = ({ operation, eventId }: Line): boolean =>
  typeof eventId === 'string'
    ? /^(due\.)?(pol|cus|ntf|unm|alr)_/.test(eventId)
    : !/^(issueToken|getClock|advanceClock)$/.test(String(operation));

const callsIn = (lines: readonly Line[]): Flow['operations'] => {
  const sum = (some: readonly Line[], name: string) => some.reduce((all, line) => all + Number(line[name] ?? 0), 0);
  const byOperation = Map.groupBy(lines, ({ operation }) => String(operation));
  return Object.fromEntries(
    [...byOperation].toSorted().map(([operation, some]) => [
      operation,
      {
        calls: some.length,
        readUnits: sum(some, 'readUnits'),
        writeUnits: sum(some, 'writeUnits'),
        logBytes: bytesOf(some),
      },
    ]),
  );
};

const bytesOf = (lines: readonly Line[]): number =>
  lines.reduce((all, line) => all + JSON.stringify(line).length + 1, 0);

type Archived = { readonly record: { readonly id: string; readonly events: readonly unknown[] } };

const archivedIn = async (folder: string): Promise<readonly Archived[]> => {
  const entries = await readdir(join(folder, 'archive', 'records'), { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as Archived));
};

/** Tells a story on this machine, and counts what its lines and its archive say of it. */
export const measure = async (story: Story): Promise<Flow> => {
  const folder = await mkdtemp(join(tmpdir(), 'bindery-cost-'));
  const wish = { port: 0, providerPort: 0, dataFolder: folder, say: () => undefined, programs: [] };
  const bindery = await startBindery(wish);
  await live(bindery, story);
  await bindery.stop();
  const text = await readFile(join(folder, 'log.jsonl'), 'utf8');
  const lines = text
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line))
    .filter(isOfStory);
  const archived = (await archivedIn(folder)).filter(({ record }) => isOfStory({ eventId: record.id }));
  await rm(folder, { recursive: true });
  const recorded = lines.filter(({ outcome }) => outcome === 'recorded');
  // The audit takes batches, which are as large as the moment makes them; in the cloud each record may come alone.
  const operations = callsIn(lines.filter((line) => !recorded.includes(line) && line['operation'] !== 'appendRecords'));
  return {
    operations,
    records: archived.length,
    events: archived.reduce((all, { record }) => all + record.events.length, 0),
    wakeUps: operations['fireDuePolicy']?.calls ?? 0,
    recordedBytes: bytesOf(recorded),
  };
};
