import { gate } from '../measure/gate.ts';
import { seeded } from '../measure/statistics.ts';
import { noiseNote, type Suite, type Table } from '../suite.ts';
import { bareName, handlers, names } from './contenders.ts';
import { goalOf, measureAll, methodNote, noiseOf, rowOf } from './figures.ts';
import { aRequest } from './requests.ts';
import { taskOf } from './task.ts';

/** Nobody reads what the handlers log; that it is written costs each the same. */
const silenced = async <T>(work: () => Promise<T>): Promise<T> => {
  const { write } = process.stdout;
  process.stdout.write = () => true;
  try {
    return await work();
  } finally {
    process.stdout.write = write;
  }
};

/** All answer alike, or nothing is told of anybody's speed. */
const allAlike = async (seed: number): Promise<void> => {
  const random = seeded(seed);
  const requests = Array.from({ length: 1_000 }, () => aRequest(random));
  const made = Object.entries(handlers).map(async ([name, make]) => ({ name, answer: taskOf(await make()) }));
  await silenced(async () => gate(requests, await Promise.all(made)));
};

export const suite: Suite = {
  name: 'quote',
  about: 'one warm quote from event to answer, against the same quote on the usual stacks',
  run: async (settings): Promise<readonly Table[]> => {
    await allAlike(settings.seed);
    const module = new URL('./contenders.ts', import.meta.url);
    const measured = await measureAll(module, names, settings, [{ name: bareName, module, make: 'bare' }]);
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
          '1,000 random requests were answered alike by all of them first.',
          methodNote(settings),
          noiseNote(noise),
        ],
      },
    ];
  },
};
