import type { ClockState } from '../../domain/clock/schema.ts';

/** The time of a sandbox as its partner sees it. */
export const clockView = (clockId: string, now: string, state: ClockState | undefined) => {
  if (state === undefined) return { clockId, now, status: 'ready' } as const;
  const { status, from, to, woken, heldUp } = state;
  return { clockId, now, status, lastAdvance: { from, to, woken, heldUp } };
};

/** A sandbox has one clock, whose id can be found again without a lookup. */
export const clockIdOf = (ports: { idFrom(prefix: string, ...parts: readonly string[]): string }): string =>
  ports.idFrom('clk', 'clock');
