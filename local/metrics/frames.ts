import { noStats, type Stats } from './stats.ts';

/** A stretch of time in milliseconds; `to` is no longer in it. */
export type Span = { readonly from: number; readonly to: number };
type Frame = Map<string, Stats>;

/** How much room a frame takes, in bins of a histogram: about fifty bytes each. What holds them takes that of six. */
const withoutBins = 6;
export const sizeOf = (frame: Frame): number =>
  [...frame.values()].reduce((sum, { bins }) => sum + withoutBins + (bins?.size ?? 0), 0);

/** What was measured of each metric, in stretches of one width. */
export const framesOf = (widthMs: number) => {
  const frames = new Map<number, Frame>();

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
      frames.delete(start);
      return frame;
    },
    before: (end: number): readonly number[] => [...frames.keys()].filter((start) => start < end),
    oldest: (): number => Math.min(...frames.keys()),
    count: (): number => frames.size,
    size: (): number => [...frames.values()].reduce((sum, frame) => sum + sizeOf(frame), 0),
    keys: (): readonly string[] => [...frames.values()].flatMap((frame) => [...frame.keys()]),
  };
};
