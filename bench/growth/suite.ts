import type { Settings, Suite, Table } from '../suite.ts';
import { aGrownWorld } from './grown-world.ts';
import { askAll } from './questions.ts';
import { growthTable, type Size } from './tables.ts';
import { templates } from './templates.ts';

const sizesOf = { quick: [100, 1_000], full: [1_000, 10_000, 100_000] } as const;

const run = async ({ effort }: Settings): Promise<readonly Table[]> => {
  const made = await templates();
  const sizes: Size[] = [];
  // One after another: a book of a hundred thousand fills a gigabyte, and is gone before the next.
  for (const policies of sizesOf[effort]) {
    const found = await askAll(await aGrownWorld(made, policies));
    sizes.push({ policies, found });
  }
  return [
    growthTable(sizes, [
      'One tenant holds the book: a policy every 26 seconds, one in ten of them the same customer’s, one in twenty ' +
        'with a claim in review, one in seven cancelled. Each was lived through once by the platform and is copied ' +
        'with ids, times and hashes of its own; answers of keys and unique keys, which nobody reads in passing, are ' +
        'left out.',
      'What grows takes more than a rounding unit, or a tenth and 100 bytes, above the smallest book. To a bound: ' +
        'the largest book takes no more than the one before, for a page looks at 200 objects at most.',
    ]),
  ];
};

export const suite: Suite = {
  name: 'growth',
  about: 'what a question costs in a book of a thousand policies, and of a hundred thousand',
  run,
};
