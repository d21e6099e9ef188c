import { inRounds, type Round } from '../measure/rounds.ts';
import type { Suite, Table } from '../suite.ts';
import { assertAnswered } from './answers.ts';
import { firstItemTable } from './first-item.ts';
import { type Contender, contenders } from './functions.ts';
import { type Start, start } from './start.ts';
import { type Surroundings, surroundings } from './surroundings.ts';
import { headlineTable, restTable } from './tables.ts';

const startRight = async (contender: Contender): Promise<Start> => {
  const found = await start(contender);
  assertAnswered(contender.name, found, contender.right);
  return found;
};

/**
 * Everybody starts once, one after the other, before anybody is measured: nobody pays for the disk, and what is done
 * once (a record is audited, a statement closed, a message sent) is done.
 */
const functionTables = async (around: Surroundings, quick: boolean, seed: number): Promise<readonly Table[]> => {
  const all = await contenders(around, JSON.parse(await around.run('seed.ts')));
  const headline = all.filter(({ headline }) => headline);
  const [empty] = all;
  const rest = all.filter((one) => one === empty || !one.headline);
  for (const one of all) await startRight(one);
  const headlineRounds: readonly Round<Start>[] = await inRounds(
    headline,
    { rounds: quick ? 3 : 41, seed },
    startRight,
  );
  const restRounds = await inRounds(rest, { rounds: quick ? 1 : 5, seed: seed + 1 }, startRight);
  return [headlineTable(headline, headlineRounds), restTable(rest, restRounds)];
};

export const suite: Suite = {
  name: 'cold',
  about: 'cold starts: every Lambda bundle from process to first answer, and the first item of a table',
  run: async ({ effort, seed }) => {
    const quick = effort === 'quick';
    const around = await surroundings();
    try {
      return [...(await functionTables(around, quick, seed)), await firstItemTable(around, quick, seed)];
    } finally {
      await around.stop();
    }
  },
};
