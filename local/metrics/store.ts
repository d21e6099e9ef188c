import { framesOf, type Span, sizeOf } from './frames.ts';
import { addTo, mergeInto, noStats, type Stats } from './stats.ts';

export type MetricId = {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
};
export type Point = MetricId & {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly value: number;
  /** Whether somebody may ask for its percentiles. */
  readonly spread?: boolean;
};

export const minuteMs = 60_000;
const coarseMs = 5 * minuteMs;
/** So long every minute is known by itself; for the rest of a day five minutes are known together. */
const fineReachMs = 180 * minuteMs;
const reachMs = 24 * 60 * minuteMs;
/**
 * However much is measured: beyond so many bins of histograms the oldest is forgotten first. About a hundred megabytes.
 */
const sizeMax = 2_000_000;

export const keyOf = ({ namespace, name, dimensions }: MetricId): string =>
  JSON.stringify([namespace, name, Object.entries(dimensions).toSorted(([a], [b]) => (a < b ? -1 : 1))]);

/**
 * What was measured in the last day, in memory: a frame for each minute, later for each five minutes, and in each what
 * was measured of every metric. It follows the time of what it is given and has no clock of its own.
 */
export const metricStore = (max = sizeMax) => {
  const fine = framesOf(minuteMs);
  const coarse = framesOf(coarseMs);
  const ids = new Map<string, MetricId>();
  let newest = 0;

  const makeCoarse = (start: number): void => {
    for (const [key, stats] of fine.take(start)) mergeInto(coarse.at(start, key, stats.bins !== undefined), stats);
  };
  /** Makes room once a new minute has begun. */
  const roll = (): void => {
    for (const start of fine.before(newest - fineReachMs)) makeCoarse(start);
    for (const start of coarse.before(newest - reachMs)) coarse.take(start);
    // Counted once: each frame that goes makes as much room as it took.
    let size = fine.size() + coarse.size();
    while (size > max && coarse.count() > 0) size -= sizeOf(coarse.take(coarse.oldest()));
    while (size > max && fine.count() > 1) size -= sizeOf(fine.take(fine.oldest()));
    const used = new Set([...fine.keys(), ...coarse.keys()]);
    for (const key of [...ids.keys()].filter((one) => !used.has(one))) ids.delete(key);
  };

  return {
    add: (point: Point): void => {
      const { at, value, namespace, name, dimensions, spread = false } = point;
      if (!Number.isFinite(value) || at < newest - reachMs) return;
      const key = keyOf(point);
      if (!ids.has(key)) ids.set(key, { namespace, name, dimensions });
      const frames = at < newest - fineReachMs ? coarse : fine;
      addTo(frames.at(at, key, spread), value);
      if (at - (at % minuteMs) <= newest) return;
      newest = at - (at % minuteMs);
      roll();
    },
    /** What was measured of a metric in a stretch of time; undefined where that is nothing. */
    between: (key: string, span: Span): Stats | undefined => {
      const parts = [...coarse.within(span, key), ...fine.within(span, key)];
      if (parts.length === 0) return undefined;
      const all = noStats(false);
      for (const part of parts) mergeInto(all, part);
      return all;
    },
    /** Every metric of which something is known. */
    ids: (): ReadonlyMap<string, MetricId> => ids,
    /** How much is held, in bins of a histogram. */
    size: (): number => fine.size() + coarse.size(),
  };
};
export type MetricStore = ReturnType<typeof metricStore>;
