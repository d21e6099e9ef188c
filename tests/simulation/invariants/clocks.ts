import type { ClockState } from '../../../domain/clock/schema.ts';
import { isSandbox } from '../../../functions/_kit/sandbox.ts';
import { type Book, type Chain, eventsOf, unless } from '../book.ts';
import type { Simulation } from '../simulation.ts';
import type { Check } from '../violation.ts';

type Given = { readonly book: Book; readonly simulation: Simulation };
type Way = Pick<ClockState, 'from' | 'to'>;

/** `due.<id>.<instant>`: what made a firing happen, and when it was due. */
const dueAt = (causedBy: string | undefined): string | undefined => /^due\.\w+\.(.+Z)/.exec(causedBy ?? '')?.[1];

/** The advances that came to their end and had to put nothing off, each from where its driver stopped the clock. */
const smoothWays = (clock: Chain, { wakeUps: { stops } }: Simulation): readonly Way[] => {
  const ends = eventsOf<{ readonly heldUp: number }>(clock, 'clock.advanced');
  const stoppedFrom = (from: string): string =>
    stops.find(({ tenant, at }) => tenant === clock.tenant && at >= from)?.at ?? from;
  return eventsOf<Way>(clock, 'clock.advance-requested')
    .filter((_way, at) => ends[at]?.heldUp === 0)
    .map(({ from, to }) => ({ from: stoppedFrom(from), to }));
};

/** What was due on the way of an advance was done at its own instant: the clock stood there until it was done. */
const atTheirInstants = ({ chains }: Book, simulation: Simulation) => {
  const clocks = chains.filter(({ kind }) => kind === 'clock');
  const waysOf = new Map(clocks.map((clock) => [clock.tenant, smoothWays(clock, simulation)]));
  return chains.flatMap(({ tenant, records }) =>
    records.flatMap(({ record }) => {
      const at = dueAt(record.causedBy);
      const onTheWay = waysOf.get(tenant)?.some(({ from, to }) => at !== undefined && from < at && at <= to);
      return onTheWay === true && !simulation.wakeUps.putOff.has(record.id) ? [{ record, at }] : [];
    }),
  );
};

/** D6: a sandbox's time is its own: nothing is written into its past, and an advance does all at its own instant. */
export const timeIsEachTenantsOwn = ({ book, simulation }: Given): Check => {
  const fired = atTheirInstants(book, simulation);
  const { written } = simulation.wakeUps;
  return {
    invariant: 'D6',
    looked: fired.length + written.length,
    violations: [
      ...fired.flatMap(({ record: { id, seq, businessAt }, at }) =>
        unless(businessAt === at, () => `${id}.${seq} was due at ${at} and done at ${businessAt}.`),
      ),
      ...written.flatMap(({ id, businessAt, stood }) =>
        unless(businessAt >= stood, () => `${id} was decided at ${businessAt}; the clock stood at ${stood}.`),
      ),
      ...book.chains.flatMap(({ tenant, kind }) =>
        unless(kind !== 'clock' || isSandbox(tenant), () => `The live tenant ${tenant} has a clock of its own.`),
      ),
    ],
  };
};
