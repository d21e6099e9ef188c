import { addMinutes } from '../../domain/shared/zone.ts';
import { GetCommand, PutCommand } from '../../functions/_storage/commands.ts';
import { type Key, keys, minuteOf, tableDefinition } from '../../functions/_storage/keys.ts';
import type { Simulation } from './simulation.ts';

const { tableName: TableName } = tableDefinition;
/** How many wake-ups one passing of time fires at the most; what is left comes with the next. */
const firingsMax = 12;
/** The longest time-out of any function. */
const functionMsMax = 60_000;

/**
 * Says how far a clockwork has come, as its ticks of every minute before would have: there was nothing to do in them.
 * Thousands of such ticks would teach nothing.
 */
const idleUntil = async ({ engine }: Simulation, mark: Key, instant: string): Promise<void> => {
  const minute = minuteOf(addMinutes(instant, -1));
  const { Item } = await engine.client.send(new GetCommand({ TableName, Key: mark }));
  if (String(Item?.['m'] ?? '') >= minute) return;
  await engine.client.send(new PutCommand({ TableName, Item: { ...mark, m: minute } }));
};

const earliestOf = (one: string | undefined, other: string): string => (one !== undefined && one < other ? one : other);

/** When the next sweep looks for a lost record, in the middle of its minute. */
const sweptAt = ({ recordedAt, ages }: Simulation['lost'][number]): string | undefined =>
  ages[0] === undefined ? undefined : `${minuteOf(addMinutes(recordedAt, ages[0]))}:30.000Z`;

/** No function runs for a minute: what is under way ends without a word when more passes. */
const goOn = ({ clock, scheduler }: Simulation, instant: string): void => {
  if (Date.parse(instant) - clock.ms() > functionMsMax) scheduler.expire();
  clock.passTo(instant);
};

/** Lets time pass: wake-ups fire and sweeps run at their own instants on the way. */
export const timeOf = (simulation: Simulation, settle: () => Promise<void>) => {
  const { bus, clock, wakeUps, tick, lost } = simulation;

  const nextSweep = (): string | undefined => lost.flatMap((one) => sweptAt(one) ?? []).toSorted()[0];

  /** No sweep has come further than five minutes ago. */
  const sweptBefore = (recordedAt: string): Promise<void> =>
    idleUntil(simulation, keys.swept(), earliestOf(recordedAt, addMinutes(clock.now(), -5)));

  /** Looks for what was lost. Sweeps before the first loss found nothing and ended well; later ones may have failed. */
  const sweep = async (at: string): Promise<void> => {
    const first = lost.map(({ recordedAt }) => recordedAt).toSorted()[0];
    if (first !== undefined) await sweptBefore(first);
    for (const one of lost) if ((sweptAt(one) ?? '~') <= at) one.ages.shift();
    await tick('sweepRecords');
    await settle();
  };

  const fire = async (at: string): Promise<void> => {
    await idleUntil(simulation, keys.watermark(), at);
    await tick('drainDue');
    await settle();
    await bus.deliverDue();
    await settle();
  };

  const goTo = (instant: string): void => goOn(simulation, instant);

  /** Goes from one instant at which something is to be done to the next, as ticks of every minute would. */
  const passTo = async (until: string): Promise<void> => {
    for (let fired = 0; fired < firingsMax; ) {
      const [due, swept] = [wakeUps.instants()[0], nextSweep()];
      const next = [due, swept].filter((instant) => instant !== undefined).toSorted()[0];
      if (next === undefined || next > until) break;
      goTo(next);
      if (next === swept) await sweep(next);
      else await fire(next);
      if (next === due) fired += 1;
    }
    // However much falls due, the sweeps of those minutes come.
    for (let at = nextSweep(); at !== undefined && at <= until; at = nextSweep()) {
      goTo(at);
      await sweep(at);
    }
    goTo(until);
  };

  /** A tick between others: those before it had nothing to do where nothing was due, and nothing lost. */
  const tickNow = async (id: string): Promise<void> => {
    if (id === 'drainDue')
      await idleUntil(simulation, keys.watermark(), earliestOf(wakeUps.instants()[0], clock.now()));
    if (id === 'sweepRecords' && lost.length === 0) await sweptBefore(clock.now());
    await tick(id);
  };

  return {
    tick: tickNow,
    pass: (ms: number): Promise<void> => passTo(new Date(clock.ms() + ms).toISOString()),
    /** Sweeps once for each record that was lost, as the ticks of all those minutes would. */
    sweepAll: async (): Promise<void> => {
      for (const { recordedAt } of lost.toSorted((a, b) => a.recordedAt.localeCompare(b.recordedAt))) {
        await sweptBefore(recordedAt);
        await tick('sweepRecords');
        await settle();
      }
    },
    /** Does what is due now. */
    fire: (): Promise<void> => passTo(clock.now()),
  };
};
