import type { TableClient } from '../../functions/_storage/client.ts';
import { tableDefinition } from '../../functions/_storage/keys.ts';
import { startEngine } from '../../local/engine/choose.ts';
import { createInProcessEngine } from '../../local/engine/engine.ts';
import { enginePrograms } from '../../local/engine/programs.ts';
import { storageContract } from './storage.contract.ts';

storageContract('the in-process engine', async () => ({
  client: createInProcessEngine(tableDefinition).client as TableClient,
  stop: async () => undefined,
}));

for (const program of enginePrograms) {
  const start = async () => {
    const engine = await startEngine({
      definition: tableDefinition,
      log: console.log,
      endpoint: '',
      programs: [program],
    });
    return { client: engine.client as TableClient, stop: engine.stop };
  };
  if (await program.isAvailable()) storageContract(`the ${program.title}`, start);
  else console.log(`The storage contract was not run on the ${program.title}: it is not available here.`);
}
