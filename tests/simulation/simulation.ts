import { cloudEventsOf } from '../../functions/_kit/cloud-event.ts';
import { lambda } from '../../functions/_kit/lambda.ts';
import { runSchedule } from '../../functions/_kit/run-schedule.ts';
import { readRecord } from '../../functions/_storage/codec.ts';
import { isRecordKey, tableDefinition } from '../../functions/_storage/keys.ts';
import { createInProcessEngine } from '../../local/engine/engine.ts';
import type { Entries } from '../../local/entries.ts';
import { sampled } from '../support/held/held.ts';
import { misbehavingBus } from './bus.ts';
import { type Cast, everybody, playedBy } from './cast.ts';
import { chanceOf } from './chance.ts';
import { virtualClock } from './clock.ts';
import { plain } from './crypto.ts';
import { standingWakeUps } from './due.ts';
import { factsOfTheWorld } from './facts.ts';
import { type Injector, randomFaults } from './faults.ts';
import { misbehavingMailbox } from './mailbox.ts';
import { outsideOf } from './outside.ts';
import { misbehavingPartner } from './partner-endpoint.ts';
import { seedTable, simulatedPlatform } from './platform.ts';
import { misbehavingProvider } from './provider.ts';
import { createScheduler, type Task } from './scheduler.ts';
import { faultyTable } from './table.ts';
import { misbehavingReceivers } from './webhook-receivers.ts';

/** One answer in so many is held to the OpenAPI document, and the first of each kind. */
const heldEvery = 5;

export type SimulationSetup = {
  readonly entries: Entries;
  readonly seed: number;
  readonly faults?: Injector;
  readonly cast?: Cast;
};

/** PutEvents that takes some of the events and not the others, or all of them without saying so. */
const partialPublish =
  (faults: Injector, publish: ReturnType<typeof misbehavingBus>['publish']) =>
  async (events: Parameters<typeof publish>[0]): Promise<void> => {
    const fault = faults.at('publish');
    publish(fault === 'partial-publish' ? events.slice(0, Math.floor(events.length / 2)) : events);
    if (fault !== undefined) throw new Error(`${fault} (injected)`);
  };

/** Whoever waits for a tenant's reactions goes on once nothing waits for anybody of that tenant. */
const settledBy =
  (scheduler: ReturnType<typeof createScheduler>, bus: () => ReturnType<typeof misbehavingBus>) =>
  async (tenant: string): Promise<void> => {
    for (; bus().waitsFor(tenant); await scheduler.gate()) await bus().deliverFor(tenant);
  };

type Streaming = {
  readonly engine: ReturnType<typeof createInProcessEngine>;
  readonly table: ReturnType<typeof faultyTable>;
  readonly faults: Injector;
  readonly bus: ReturnType<typeof misbehavingBus>;
};

/** The stream of the table, which leads every record to the bus, and now and then does not. */
const streamOf = ({ engine, table, faults, bus }: Streaming) => {
  /** Records that never came out of the stream, with the ages in minutes at which a sweep still looks for them. */
  const lost: { readonly recordedAt: string; readonly ages: number[] }[] = [];
  /** Every record, in the order in which they were committed. */
  const committed: string[] = [];
  engine.onCommit((changes) => {
    if (table.isReplaying()) return;
    for (const { key, before, after } of changes) {
      if (before !== undefined || after === undefined || !isRecordKey(key)) continue;
      const { record } = readRecord(after, plain);
      committed.push(`${record.id}.${record.seq}`);
      if (faults.at('stream') === undefined) bus.publish(cloudEventsOf(record));
      else lost.push({ recordedAt: record.recordedAt, ages: [6, 7, 24 * 60 + 1] });
    }
  });
  return { lost, committed };
};

/** One world: the whole platform over the in-process engine, and everything that can go wrong around it. */
export const createSimulation = async ({
  entries: all,
  seed,
  faults = randomFaults(chanceOf(seed, 'faults')),
  cast = everybody,
}: SimulationSetup) => {
  const entries = playedBy(all, cast);
  const story: string[] = [];
  const tell = (sentence: string): void => void story.push(sentence);
  const scheduler = createScheduler(chanceOf(seed, 'order'), tell);
  faults.listen((name) => tell(`    ${scheduler.named()}: ${name}`));
  const clock = virtualClock(scheduler);
  const engine = createInProcessEngine(tableDefinition, clock.ms);
  await seedTable(engine, clock.now());
  const chance = chanceOf(seed, 'world');
  const wakeUps = standingWakeUps(engine, clock.now, () => table.isReplaying());
  const outside = outsideOf(scheduler, faults);
  const provider = misbehavingProvider({ seed, outside });
  const mailbox = misbehavingMailbox({ seed, outside, now: clock.now });
  const table = faultyTable({ engine, scheduler, faults, now: clock.ms, lagMs: () => chance.below(10_000) });
  const partner = misbehavingPartner(scheduler, faults);
  const receivers = misbehavingReceivers(scheduler, faults, clock);
  const bus = misbehavingBus({
    ...{ scheduler, chance, faults, partner, subscribers: entries.subscribers },
    platform: () => made.platform,
  });
  const made = simulatedPlatform({
    ...{ chance, clock, wakeUps, faults, outside, provider, mailbox, receivers, scheduler, client: table.client },
    facts: factsOfTheWorld(seed, wakeUps.latest),
    settled: settledBy(scheduler, () => bus),
    publish: partialPublish(faults, bus.publish),
  });
  const { lost, committed } = streamOf({ engine, table, faults, bus });
  /** Runs a schedule once, as its timer does; a failure has written its line, and the next tick makes up for it. */
  const tick = (id: string): Promise<Task> => {
    const schedule = entries.schedules.find(({ contract }) => contract.id === id);
    if (schedule === undefined) throw new Error(`There is no schedule ${id}.`);
    const work = () => runSchedule(schedule, made.platform);
    return scheduler.begin({ name: `${id} ticks`, work, ended: () => undefined });
  };
  return {
    ...{
      seed,
      cast,
      entries,
      engine,
      scheduler,
      clock,
      faults,
      provider,
      mailbox,
      receivers,
      bus,
      partner,
      wakeUps,
      tick,
      committed,
      lost,
      story,
      ...made,
    },
    handle: sampled(lambda(entries.endpoints, made.platform), heldEvery),
  };
};
export type Simulation = Awaited<ReturnType<typeof createSimulation>>;
