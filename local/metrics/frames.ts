import { noStats, type Stats } from './stats.ts';

/** A stretch of time in milliseconds; `to` is no longer in it. */
export type Span = { readonly from: number; readonly to: number };
type Frame = Map<string, Stats>;

/** What was measured of each metric, in stretches of one width. */
export const framesOf = (widthMs: number) => {
  const frames = new Map<number, Frame>();
  let held = 0;

  return {
    /** What is known of a metric at an instant, to be added to. */
    at: (instant: number, key: string, spread: boolean): Stats => {
      const start = instant - (instant % widthMs);
      const frame: Frame = frames.get(start) ?? new Map();
      frames.set(start, frame);
      const known = frame.get(key);
      if (known !== undefined) return known;
      const made = noStats(spread);
      frame.set(key, made);
      held += 1;
      return made;
    },
    within: ({ from, to }: Span, key: string): readonly Stats[] => {
      const found: Stats[] = [];
      for (let start = Math.ceil(from / widthMs) * widthMs; start < to; start += widthMs) {
        const stats = frames.get(start)?.get(key);
        if (stats !== undefined) found.push(stats);
      }
      return found;
    },
    /** Forgets a frame, and hands out what was in it. */
    take: (start: number): Frame => {
      const frame = frames.get(start) ?? new Map();
      held -= frame.size;
      frames.delete(start);
      return frame;
    },
    before: (end: number): readonly number[] => [...frames.keys()].filter((start) => start < end),
    oldest: (): number => Math.min(...frames.keys()),
    count: (): number => frames.size,
    size: (): number => held,
    keys: (): readonly string[] => [...frames.values()].flatMap((frame) => [...frame.keys()]),
  };
};
