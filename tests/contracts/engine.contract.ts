import { afterAll, beforeAll, describe } from 'vitest';
import type { DynamoClient } from '../../local/engine/client.ts';
import { capacityContract, sharedCapacityContract } from './engine/capacity.ts';
import { conditionContract } from './engine/conditions.ts';
import { indexContract } from './engine/query-indexes.ts';
import { pageContract } from './engine/query-pages.ts';
import { rangeContract } from './engine/query-ranges.ts';
import { queryRefusalContract } from './engine/query-refusals.ts';
import { readContract } from './engine/reads.ts';
import { storableContract } from './engine/storable.ts';
import { tokenContract } from './engine/tokens.ts';
import { transactionContract } from './engine/transactions.ts';
import { writeContract } from './engine/writes.ts';

export type EngineUnderContract = {
  readonly client: DynamoClient;
  readonly stop: () => Promise<void>;
};

/**
 * The semantics that every engine must share with DynamoDB; run on each of them, so that what is simulated is true.
 * `meters` says whether the engine's capacity is AWS's own; DynamoDB Local under-reports transactions.
 */
export const engineContract = (name: string, start: () => Promise<EngineUnderContract>, meters: boolean): void => {
  describe(`the DynamoDB contract on ${name}`, () => {
    let engine: EngineUnderContract;
    beforeAll(async () => {
      engine = await start();
    });
    afterAll(() => engine?.stop());

    const client: DynamoClient = { send: ((command: never) => engine.client.send(command)) as DynamoClient['send'] };
    conditionContract(client);
    writeContract(client);
    transactionContract(client);
    tokenContract(client);
    readContract(client);
    rangeContract(client);
    pageContract(client);
    indexContract(client);
    queryRefusalContract(client);
    storableContract(client);
    if (meters) capacityContract(client);
    if (meters) sharedCapacityContract(client);
  });
};
