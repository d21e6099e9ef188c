import type { ClockMark } from '../functions/_kit/business-clock.ts';
import type { Platform } from '../functions/_kit/platform.ts';

type Known = { readonly mark: ClockMark | undefined };

/**
 * Remembers where each sandbox's clock stands, for whoever is alone in moving them: every request asks, and the answer
 * would cost as much as the rest of a quote. What is read while a clock is moved is told but not remembered, and a move
 * of which nobody knows what became of it is forgotten.
 */
export const rememberedClocks = (clocks: Platform['clocks']): Platform['clocks'] => {
  const known = new Map<string, Known>();
  /** Counts what begins and ends of moves: a read that one of them fell into may be of before or after. */
  const turns = new Map<string, number>();
  const turn = (tenant: string): void => {
    known.delete(tenant);
    turns.set(tenant, (turns.get(tenant) ?? 0) + 1);
  };

  return (meter) => ({
    read: async (tenant) => {
      const before = known.get(tenant);
      if (before !== undefined) return before.mark;
      const began = turns.get(tenant);
      const mark = await clocks(meter).read(tenant);
      if (turns.get(tenant) === began) known.set(tenant, { mark });
      return mark;
    },
    move: async (tenant, before, after) => {
      turn(tenant);
      try {
        return await clocks(meter).move(tenant, before, after);
      } finally {
        turn(tenant);
      }
    },
  });
};
