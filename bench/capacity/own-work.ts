import type { CloudEvent } from '../../functions/_kit/cloud-event.ts';
import type { Subscriber } from '../../functions/_kit/implement.ts';
import { react } from '../../functions/_kit/react.ts';
import { runSchedule } from '../../functions/_kit/run-schedule.ts';
import { telling } from '../../tests/support/due.ts';
import type { MeasuredStage, Taken } from './bench-world.ts';

type Given = Pick<MeasuredStage, 'stage' | 'book' | 'subscribers' | 'schedules'>;

const take = async (subscriber: Subscriber, event: CloudEvent, { stage }: Given): Promise<void> => {
  if (subscriber.reactToBatch === undefined) return react(subscriber, event, stage.platform);
  const failed = await subscriber.reactToBatch([event], stage.platform);
  if (failed.length > 0) throw new Error(`${subscriber.contract.id} could not take ${event.type}.`);
};

const takersOf = ({ subscribers }: Given, { type }: CloudEvent): readonly Subscriber[] =>
  subscribers.filter(({ contract }) => (contract.on as readonly string[]).includes(type));

/** Gives each event to whoever takes it; what cannot be done on this stage has been told where it failed. */
const taken = async (given: Given, events: readonly CloudEvent[]): Promise<readonly Taken[]> => {
  const all: Taken[] = [];
  for (const event of events)
    for (const subscriber of takersOf(given, event)) {
      const { spent } = await given.book.during(() => take(subscriber, event, given));
      if (spent.ours.write > 0) all.push({ entry: subscriber.contract.id, spent });
    }
  return all;
};

const run = async ({ stage, book, schedules }: Given, id: string) => {
  const schedule = schedules.find(({ contract }) => contract.id === id);
  if (schedule === undefined) throw new Error(`There is no schedule ${id}.`);
  const { told, platform } = telling(stage.platform);
  const { spent } = await book.during(() => runSchedule(schedule, platform));
  return { told, entry: { entry: id, spent } satisfies Taken };
};

/** When the first policy of the stage wakes up by itself. */
const firstDue = ({ engine, time }: Given['stage']): string => {
  const instants = engine
    .items()
    .filter(({ pk, k }) => String(pk).startsWith('DUE#') && k === 'policy')
    .map(({ sk }) => String(sk).slice(0, time.now.length))
    .filter((at) => at > time.now);
  return instants.toSorted()[0] ?? time.now;
};

/** How many records come alone, as they mostly do in the cloud. */
const recordsAlone = 20;

/**
 * What happens by itself after all operations: records join the feed, are signed and swept, and the stage's policies
 * wake up once when their period is over.
 */
export const measureOwnWork = async (given: Given): Promise<readonly Taken[]> => {
  const { stage } = given;
  await stage.bus.untilQuiet();
  const appended = await taken(given, stage.bus.published('operation.recorded').slice(-recordsAlone));
  await stage.audit();
  const signed = await run(given, 'signCheckpoint');
  const swept = await run(given, 'sweepRecords');
  stage.time.now = firstDue(stage);
  const due = await run(given, 'drainDue');
  const woken = await taken(given, due.told);
  stage.time.now = new Date(Date.parse(stage.time.now) + 60_000).toISOString();
  const quiet = await run(given, 'drainDue');
  return [
    ...appended,
    signed.entry,
    swept.entry,
    ...woken,
    due.entry,
    { ...quiet.entry, entry: 'drainDue (nothing is due)' },
  ];
};
