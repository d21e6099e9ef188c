import type { Settings, Suite, Table } from '../suite.ts';
import { aMeasuredStage } from './bench-world.ts';
import { measureOperations } from './operations.ts';
import { measureOwnWork } from './own-work.ts';
import { operationsTable, ownWorkTable, untoldTable } from './tables.ts';

const run = async (_settings: Settings): Promise<readonly Table[]> => {
  const world = await aMeasuredStage();
  try {
    const measured = await measureOperations(world);
    const ownWork = [...(await measureOwnWork(world)), ...world.reactions];
    const { commands, different } = world.compared;
    if (different > 0) throw new Error(`${different} of ${commands} commands cost other units on the other engine.`);
    const entries = [...world.subscribers, ...world.schedules].map(({ contract }) => contract.id);
    return [
      operationsTable(measured, [
        'WRU and RRU are units written and read, trips are requests to the table. Each call once, new, after ' +
          'everything that it needs.',
        `${commands} commands took the same units on two engines: the one in this process, and ${world.engine}.`,
        'The naive table is filled and asked by the same commands as whole items: state with its terms, audit, ' +
          'outbox, dedupe, answer; each item read by itself; products and quotes kept as items. Indexes are alike in both.',
        '× cheaper weighs a written unit as five read ones, as the price list does.',
        'The goals are those of a barer shape: one state, one event, no answer kept for its key, no evidence of ' +
          'who and why, no wake-up and no list of a customer. The answer costs 2 units, the index entries 1 each, ' +
          'the unique key 2.',
      ]),
      ownWorkTable(ownWork, entries),
      untoldTable(measured),
    ];
  } finally {
    await world.stop();
  }
};

export const suite: Suite = {
  name: 'capacity',
  about: 'read and write units of every operation, against the same business kept as whole items',
  run,
};
