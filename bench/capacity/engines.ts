import type { TableClient } from '../../functions/_storage/client.ts';
import { tableDefinition } from '../../functions/_storage/keys.ts';
import { startEngine } from '../../local/engine/choose.ts';
import { enginePrograms } from '../../local/engine/programs.ts';

/**
 * An engine whose units are DynamoDB's: the native one where this machine has it, else ours in this process. Amazon's
 * DynamoDB Local counts a transaction as if it were none, so it measures nothing here.
 */
export const meteringEngine = async () => {
  const programs = enginePrograms.filter(({ kind }) => kind === 'native');
  const wish = { definition: tableDefinition, log: () => undefined, endpoint: '', programs };
  const { kind, client, stop } = await startEngine(wish);
  return { kind, client: client as TableClient, stop };
};
