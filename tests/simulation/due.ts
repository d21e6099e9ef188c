import { addMinutes } from '../../domain/shared/zone.ts';
import { type ClockMark, timeBy } from '../../functions/_kit/business-clock.ts';
import type { DueStore } from '../../functions/_kit/store.ts';
import { type Item, readRecord } from '../../functions/_storage/codec.ts';
import { dueIn, dueOf, isRecordKey, type Key, keys, tenantOf } from '../../functions/_storage/keys.ts';
import type { InProcessEngine } from '../../local/engine/engine.ts';
import { plain } from './crypto.ts';

/** By how much the clockwork puts off what fails. */
const putOffMinutes = 5;

type WakeUp = { readonly at: string; readonly of: string; readonly tenant: string };

const isDue = (pk: string): boolean => (pk.startsWith('DUE#') && pk !== keys.watermark().pk) || pk.endsWith('#DUE');
const isClock = (pk: string): boolean => pk.endsWith('#CLOCK');

/** What time it is for each tenant, from the marks in the table alone. */
const clocksIn = (engine: InProcessEngine, wall: () => string, isReplaying: () => boolean) => {
  const marks = new Map<string, ClockMark>();
  /** Where clocks stood still: until its driver stops it, a clock that is to be advanced runs on. */
  const stops: { readonly tenant: string; readonly at: string }[] = [];
  /** What was decided for sandboxes whose clock had been moved, and where it stood when that was written. */
  const written: { readonly id: string; readonly businessAt: string; readonly stood: string }[] = [];
  const noteRecord = (key: Key, item: Item): void => {
    const stood = marks.get(tenantOf(key))?.at;
    if (stood === undefined) return;
    const { id, seq, businessAt } = readRecord(item, plain).record;
    written.push({ id: `${id}.${seq}`, businessAt, stood });
  };
  engine.onCommit((changes) => {
    for (const { key, after } of changes) {
      if (after !== undefined && isRecordKey(key) && !isReplaying()) noteRecord(key, after);
      if (!isClock(key.pk) || after === undefined) continue;
      const runsSince = after['w'];
      if (typeof runsSince !== 'string') stops.push({ tenant: tenantOf(key), at: String(after['a']) });
      marks.set(tenantOf(key), { at: String(after['a']), ...(typeof runsSince === 'string' && { runsSince }) });
    }
  });
  return {
    stops: stops as readonly (typeof stops)[number][],
    written: written as readonly (typeof written)[number][],
    nowOf: (tenant: string): string => timeBy(marks.get(tenant), wall()),
    /** The latest time that it is anywhere. */
    latest: (): string => [wall(), ...[...marks.values()].map((mark) => timeBy(mark, wall()))].toSorted().at(-1) ?? '',
    /** The wall time at which it is so late for a tenant; undefined while its clock stands still. */
    wallAt: ({ tenant, at }: WakeUp): string | undefined => {
      const mark = marks.get(tenant);
      if (mark === undefined) return at;
      if (mark.runsSince === undefined) return undefined;
      return new Date(Date.parse(mark.runsSince) + Math.max(0, Date.parse(at) - Date.parse(mark.at))).toISOString();
    },
  };
};

/** What fails again and again is put off, and stands twice for a moment. */
const isPutOff = (standing: readonly WakeUp[], { at, of }: WakeUp): boolean =>
  standing.some((one) => one.of === of && addMinutes(one.at, putOffMinutes) === at);

/** Knows which wake-ups stand in the table, so that time can go from one to the next. */
export const standingWakeUps = (engine: InProcessEngine, wall: () => string, isReplaying: () => boolean) => {
  const clocks = clocksIn(engine, wall, isReplaying);
  const partitions = new Map<string, Map<string, WakeUp>>();
  const putOff = new Set<string>();
  const note = ({ pk, sk }: Key, isThere: boolean): void => {
    const standing = partitions.get(pk) ?? new Map<string, WakeUp>();
    const [at = '', tenant = '', of = ''] = sk.split('#');
    if (isThere && isPutOff([...standing.values()], { at, tenant, of })) putOff.add(of);
    if (isThere) standing.set(sk, { at, tenant, of });
    else standing.delete(sk);
    if (standing.size === 0) partitions.delete(pk);
    else partitions.set(pk, standing);
  };
  engine.onCommit((changes) => {
    for (const { key, after } of changes) if (isDue(key.pk)) note(key, after !== undefined);
  });
  const standing = () => [...partitions.values()].flatMap((one) => [...one.values()]);
  return {
    standing,
    putOff: putOff as ReadonlySet<string>,
    ...clocks,
    /** When they are due, by the wall. */
    instants: (): readonly string[] =>
      standing()
        .map(clocks.wallAt)
        .filter((instant) => instant !== undefined)
        .toSorted(),
    /** The store without the thousands of requests for minutes in which nothing is due. */
    sparse: (due: DueStore): DueStore => ({
      ...due,
      due: async (minute, until) => (partitions.has(dueIn(minute)) ? due.due(minute, until) : []),
      dueOf: async (tenant, until, limit) => (partitions.has(dueOf(tenant)) ? due.dueOf(tenant, until, limit) : []),
    }),
  };
};
