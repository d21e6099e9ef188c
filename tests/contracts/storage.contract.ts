import { afterAll, beforeAll, describe } from 'vitest';
import type { TableClient } from '../../functions/_storage/client.ts';
import { racesContract } from './storage/races.ts';
import { readsContract } from './storage/reads.ts';
import { repliesContract } from './storage/replies.ts';
import { openShop, type Through } from './storage/shop.ts';

type Engine = { readonly client: TableClient; readonly stop: () => Promise<void> };

/** One suite over the one adapter, on whatever engine lies beneath. */
export const storageContract = (name: string, start: () => Promise<Engine>): void => {
  describe(`the storage adapter on ${name}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await start();
    });
    afterAll(() => engine.stop());

    const open = (through?: Through) => openShop(engine.client, through);
    repliesContract(open);
    racesContract(open);
    readsContract(open);
  });
};
