import type { Scheduler } from './scheduler.ts';

/** A moment before the catalogue's examples, in the middle of a working day in Shanghai. */
const beginning = Date.parse('2026-11-23T08:00:00.000Z');

/** Time that passes only when the simulation says so; each instance may see it a little early or late. */
export const virtualClock = (scheduler: Scheduler) => {
  let ms = beginning;
  const text = (at: number): string => new Date(at).toISOString();
  const seen = (): string => text(ms + Math.round(scheduler.running().skewMs));
  return {
    /** Wall time as the running instance sees it. */
    wall: seen,
    ms: (): number => ms,
    now: (): string => text(ms),
    pass: (by: number): void => {
      ms += by;
    },
    passTo: (instant: string): void => {
      ms = Math.max(ms, Date.parse(instant));
    },
  };
};
export type VirtualClock = ReturnType<typeof virtualClock>;
