import { beforeAll, describe, expect, it } from 'vitest';
import type { DynamoClient } from '../../../local/engine/client.ts';
import { fillPartition } from './partition.ts';
import { put, query, remove } from './requests.ts';

export const indexContract = (client: DynamoClient) => {
  describe('queries of an index', () => {
    beforeAll(() => fillPartition(client));
    it('finds in a sparse index the keys, and only of items that have both', async () => {
      const even = {
        IndexName: 'byKind',
        KeyConditionExpression: 'kind = :k AND made > :m',
        ExpressionAttributeValues: { ':k': 'even', ':m': 'm0' },
      };
      const first = await client.send(query({ ...even, Limit: 1 }));
      expect(first.Items).toEqual([{ pk: 'q', sk: 'é', kind: 'even', made: 'm2' }]);
      expect(first.LastEvaluatedKey).toEqual({ pk: 'q', sk: 'é', kind: 'even', made: 'm2' });
      const ExclusiveStartKey = first.LastEvaluatedKey ?? {};
      const second = await client.send(query({ ...even, ExclusiveStartKey }));
      expect(second.Items?.map((item) => item['made'])).toEqual(['m4', 'm6']);
      const half = await client.send(
        query({
          IndexName: 'byKind',
          KeyConditionExpression: 'kind = :k',
          ExpressionAttributeValues: { ':k': 'half' },
        }),
      );
      expect(half.Items).toEqual([]);
    });
    it('moves an index entry with its item and drops it with it', async () => {
      const found = async (kind: string) =>
        (
          await client.send(
            query({
              IndexName: 'byKind',
              KeyConditionExpression: 'kind = :k',
              ExpressionAttributeValues: { ':k': kind },
            }),
          )
        ).Count;
      await client.send(put({ pk: 'move', sk: '1', kind: 'from', made: '1' }));
      await client.send(put({ pk: 'move', sk: '1', kind: 'to', made: '1' }));
      expect([await found('from'), await found('to')]).toEqual([0, 1]);
      await client.send(remove('move', '1'));
      expect(await found('to')).toBe(0);
    });
  });
};
