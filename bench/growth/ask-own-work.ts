import { runSchedule } from '../../functions/_kit/run-schedule.ts';
import { subscriber as appendRecords } from '../../functions/audit/append-records.ts';
import { dayMs, debtless } from './grown-book.ts';
import type { GrownWorld } from './grown-world.ts';
import { asks, type Question } from './question.ts';

const finance = { kind: 'person', id: 'finance-3', roles: ['finance'] } as const;

const run = async ({ schedules, platform }: GrownWorld, id: string): Promise<undefined> => {
  const schedule = schedules.find(({ contract }) => contract.id === id);
  if (schedule === undefined) throw new Error(`There is no schedule ${id}.`);
  await runSchedule(schedule, platform);
};
const scheduled = (what: string, id: string, prepare: (world: GrownWorld) => Promise<unknown>): Question => ({
  what,
  ask: async (world) => {
    await prepare(world);
    return () => run(world, id);
  },
});

/** Gives the audit what was recorded since it was last given something. */
const append = async (world: GrownWorld): Promise<undefined> => {
  const recorded = world.events.splice(0).filter(({ type }) => type === 'operation.recorded');
  const failed = await appendRecords.reactToBatch?.(recorded, world.platform);
  if (failed?.length !== 0) throw new Error(`Not audited: ${failed}`);
};

const oneMore = (world: GrownWorld, name: string) =>
  world.did('createCredential', { body: { name, scopes: ['quotes:write'] } });

const moreOf = async (world: GrownWorld, name: string): Promise<void> => {
  await append(world);
  await oneMore(world, name);
};

const endpoint = { body: { url: 'https://shop.example/hooks' }, key: 'endpoint-of-all' };

export const ownWork: readonly Question[] = [
  {
    what: 'appendRecords, one record',
    ask: async (world) => {
      await moreOf(world, 'First');
      return () => append(world);
    },
  },
  scheduled('signCheckpoint, one record more', 'signCheckpoint', async (world) => {
    await run(world, 'signCheckpoint');
    await moreOf(world, 'Second');
    await append(world);
  }),
  asks('getProof of the oldest policy', 'getProof', (world) => ({ params: { objectId: world.idOf(0) } })),
  asks('getCheckpoint', 'getCheckpoint', () => ({ params: { number: '1' } })),
  scheduled('drainDue', 'drainDue', async () => undefined),
  scheduled('sweepRecords', 'sweepRecords', async () => undefined),
  asks('closeStatement', 'closeStatement', () => ({ as: finance })),
  {
    what: 'closeStatement where no debt has moved',
    // It is refused, after it has looked for something to settle.
    ask: async (world) => () => world.call('closeStatement', { as: finance, tenant: debtless }),
  },
  asks('listStatements', 'listStatements'),
  {
    what: 'replayWebhooks of the last day',
    ask: async (world) => {
      const { body } = await world.did('createWebhookEndpoint', endpoint);
      const from = new Date(Date.parse(world.time.now) - dayMs).toISOString();
      const asked = { params: { endpointId: String(body['endpointId']) }, body: { from, to: world.time.now } };
      return () => world.did('replayWebhooks', asked);
    },
  },
];
