import type { Asked } from '../../tests/support/world.ts';
import type { GrownWorld } from './grown-world.ts';

/** What is asked: its preparation, which nobody counts, and then the work; its answer, if there is one. */
export type Question = {
  readonly what: string;
  readonly ask: (world: GrownWorld) => Promise<() => Promise<{ readonly text: string } | undefined>>;
};

/** What one question took at one size of the book. */
export type Found = {
  readonly what: string;
  readonly read: number;
  readonly written: number;
  readonly trips: number;
  readonly bytes: number;
};

/** A question without a preparation. */
export const asks = (what: string, operation: string, asked: (world: GrownWorld) => Asked = () => ({})): Question => ({
  what,
  ask: async (world) => () => world.did(operation, asked(world)),
});
