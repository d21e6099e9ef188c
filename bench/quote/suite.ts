import { gate } from '../measure/gate.ts';
import { noiseNote, type Suite, type Table } from '../suite.ts';
import { from, offered, refused } from './asked.ts';
import { bareName, bareTask, handlers, names, refusing } from './contenders.ts';
import { goalOf, measureAll, methodNote, noiseOf, rowOf } from './figures.ts';
import { gateRequests } from './requests.ts';
import { taskOf, unwritten } from './task.ts';

/** All answer alike, or nothing is told of anybody's speed. */
const allAlike = async (seed: number): Promise<void> => {
  const all = await Promise.all(
    Object.entries(handlers).map(async ([name, make]) => ({ name, answer: taskOf(await make()) })),
  );
  const written = unwritten();
  try {
    await gate([...gateRequests(1_000, from(seed)), ...refused], all);
    await gate(offered, [...all, { name: bareName, answer: bareTask }]);
  } finally {
    written();
  }
};

export const suite: Suite = {
  name: 'quote',
  about: 'one warm quote from event to answer, against the same quote on the usual stacks',
  run: async (settings): Promise<readonly Table[]> => {
    await allAlike(settings.seed);
    const module = new URL('./contenders.ts', import.meta.url);
    const measured = await measureAll(module, names, settings, [{ name: bareName, module, make: 'bare' }]);
    const refusals = await measureAll(module, refusing, settings);
    const noise = noiseOf(measured);
    const warm = 'a warm quote';
    return [
      {
        title: 'A quote of one device by a tariff of 48 rows, warm',
        rows: measured.map(rowOf),
        goals: [
          goalOf(measured, warm, names.table, { goal: 3, stretch: 5 }),
          goalOf(measured, warm, names.zen, { goal: 10, stretch: 20 }),
          goalOf(measured, warm, names.jsonRules, { goal: 30, stretch: 60 }),
        ],
        noise,
        notes: [
          '1,000 random requests were answered alike by all of them first, the signed tokens and the refusals included.',
          `Timed are ${offered.length} devices in turn, all offered; what has no stack was compared by these alone.`,
          methodNote(settings),
          noiseNote(noise),
        ],
      },
      {
        title: 'A request that is refused, warm',
        rows: refusals.map(rowOf),
        noise: noiseOf(refusals),
        notes: [
          `${refused.length} faulty baskets in turn: each is answered 422 with the list of its errors.`,
          noiseNote(noiseOf(refusals)),
        ],
      },
    ];
  },
};
