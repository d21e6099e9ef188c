import type { Violation } from '../violation.ts';
import type { Mutant } from './mutant.ts';
import { plant } from './plant.ts';

/** What a process is asked to do, again and again: run so many seeds of the source, with a mutant or as it is. */
export type Hunt = { readonly mutant?: Mutant; readonly first: number; readonly seeds: number };
/** Which invariants broke, first to last, and after how many seeds; where no mutant is planted, any break counts. */
export type Prey = { readonly seeds: number; readonly broken: readonly string[]; readonly what: string };

const isPrey = ({ mutant }: Hunt, { invariant }: Violation): boolean => mutant?.breaks.includes(invariant) ?? true;

const hunt = async (wish: Hunt): Promise<Prey> => {
  const { mutant, first, seeds } = wish;
  plant(mutant);
  // What follows loads the platform, so it comes after the bug is planted.
  const { loadEntries } = await import('../../../local/entries.ts');
  const { replayEvery, runSeed } = await import('../run-seed.ts');
  const entries = await loadEntries();
  const broken = new Set<string>();
  for (let tried = 0; tried < seeds; tried += 1) {
    const seed = first + tried;
    const { violations } = await runSeed({
      ...{ entries, seed, commands: 30, replay: seed % replayEvery === 0 },
      ...(mutant?.cast !== undefined && { cast: mutant.cast }),
    });
    for (const { invariant } of violations) broken.add(invariant);
    const found = violations.find((one) => isPrey(wish, one));
    if (found !== undefined)
      return { seeds: tried + 1, broken: [...broken], what: `${found.invariant}: ${found.what}` };
  }
  return { seeds, broken: [...broken], what: '' };
};

process.on('message', (wish: Hunt) => {
  void hunt(wish).then((prey) => process.send?.(prey));
});
