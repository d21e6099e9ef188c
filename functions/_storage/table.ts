import type { Meter } from '../_kit/platform.ts';
import type { Store } from '../_kit/store.ts';
import { metered, type TableClient } from './client.ts';
import { deflate, type Item } from './codec.ts';
import { GetCommand } from './commands.ts';
import { commit, remember } from './commit.ts';
import { keys, tableDefinition } from './keys.ts';
import { history, list, queue } from './list.ts';
import { load } from './load.ts';
import { revokedSince } from './revocations.ts';

/** The one DynamoDB adapter, over whichever engine the client speaks to (design §4). */
export const tableStore =
  (client: TableClient, compression = deflate) =>
  (meter: Meter): Store => {
    const counted = metered(client, meter, compression);
    return {
      load: (request) => load(counted, request),
      commit: (wanted) => commit(counted, wanted),
      remember: (tenant, answerKey, answer) => remember(counted, tenant, answerKey, answer),
      list: (kind, page) => list(counted, kind, page),
      queue: (name, page) => queue(counted, name, page),
      history: (root, page) => history(counted, root, page),
      revokedSince: (instant) => revokedSince(counted, instant),
      generation: async (home) => {
        const command = new GetCommand({
          TableName: tableDefinition.tableName,
          Key: keys.generation(home),
          ConsistentRead: true,
          ReturnConsumedCapacity: 'TOTAL',
        });
        const output = await counted.read<{ readonly Item?: Item }>(command);
        return Number(output.Item?.['n'] ?? 1);
      },
      tenantSecret: async (tenant) => {
        const command = new GetCommand({
          TableName: tableDefinition.tableName,
          Key: keys.tenant(tenant),
          ConsistentRead: true,
          ReturnConsumedCapacity: 'TOTAL',
        });
        const output = await counted.read<{ readonly Item?: Item }>(command);
        const wrapped = output.Item?.['w'];
        return typeof wrapped === 'string' ? wrapped : undefined;
      },
    };
  };
