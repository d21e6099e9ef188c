import { commands } from './ask-commands.ts';
import { lists } from './ask-lists.ts';
import { ownWork } from './ask-own-work.ts';
import type { GrownWorld } from './grown-world.ts';
import type { Found, Question } from './question.ts';

/** Everything that is asked; what only reads goes first, of the book as it was filled. */
const questions: readonly Question[] = [...lists, ...commands, ...ownWork];

/** Asks a grown book everything once. */
export const askAll = async (world: GrownWorld): Promise<readonly Found[]> => {
  // The first call of a tenant reads its secret, which is kept from then on.
  await world.did('listPolicies', { query: { limit: '1' } });
  const found: Found[] = [];
  for (const { what, ask } of questions) {
    const work = await ask(world);
    const { result, spent } = await world.book.during(work);
    const { read, write: written, trips } = spent.ours;
    found.push({ what, read, written, trips, bytes: Buffer.byteLength(result?.text ?? '') });
  }
  return found;
};
