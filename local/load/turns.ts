import type { Line } from '../demo/basket.ts';
import type { Login } from '../seed/credentials.ts';

/** What the thread of the burst is given. */
export type BurstWork = {
  readonly url: string;
  readonly login: Login;
  readonly basket: readonly Line[];
  readonly beganAt: number;
  readonly seconds: number;
};

/** What happens in a turn: nothing is measured while the platform warms up; then a burst and a calm in turn. */
export type Phase = 'warm-up' | 'burst' | 'calm';

const turnMsMost = 3_000;
const turnsLeast = 6;

/** Turns of equal length from an instant on, at least six in so many seconds; each burst is compared with its calm. */
export const turnsFrom = (beganAt: number, seconds: number) => {
  const turnMs = Math.min(turnMsMost, (seconds * 1000) / turnsLeast);
  const turnAt = (at: number): number => Math.floor((at - beganAt) / turnMs);
  return {
    phaseAt: (at: number): Phase => {
      const turn = turnAt(at);
      if (turn < 1) return 'warm-up';
      return turn % 2 === 1 ? 'burst' : 'calm';
    },
    /** The how-manieth burst it is, from nought on; meaningless in other phases. */
    burstAt: (at: number): number => (turnAt(at) - 1) / 2,
  };
};
export type Turns = ReturnType<typeof turnsFrom>;
