import type { TableClient } from '../../functions/_storage/client.ts';
import { tableDefinition } from '../../functions/_storage/keys.ts';
import { createInProcessEngine } from '../../local/engine/engine.ts';
import { storageContract } from './storage.contract.ts';

// Apart from the engines that are programs of their own, so that a mutation run can have it without starting them.
storageContract('the in-process engine', async () => ({
  client: createInProcessEngine(tableDefinition).client as TableClient,
  stop: async () => undefined,
}));
