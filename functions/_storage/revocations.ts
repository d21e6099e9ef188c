import type { MeteredClient } from './client.ts';
import type { Item } from './codec.ts';
import { QueryCommand } from './commands.ts';
import { keys, tableDefinition } from './keys.ts';

type Output = { readonly Items?: readonly Item[]; readonly LastEvaluatedKey?: object };

/** Everything that was revoked since an instant, read consistently: a list that lags would let a thief in. */
export const revokedSince = async (client: MeteredClient, instant: string): Promise<readonly string[]> => {
  const revoked: string[] = [];
  let from: object | undefined;
  do {
    const output: Output = await client.read<Output>(
      new QueryCommand({
        TableName: tableDefinition.tableName,
        KeyConditionExpression: 'pk = :pk AND sk > :since',
        ExpressionAttributeValues: { ':pk': keys.revocation(instant, '-').pk, ':since': instant },
        ConsistentRead: true,
        ReturnConsumedCapacity: 'TOTAL',
        ...(from !== undefined && { ExclusiveStartKey: from }),
      }),
    );
    revoked.push(...(output.Items ?? []).map(({ i }) => String(i)));
    from = output.LastEvaluatedKey;
  } while (from !== undefined);
  return revoked;
};
