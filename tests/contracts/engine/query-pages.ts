import { beforeAll, describe, expect, it } from 'vitest';
import type { DynamoClient } from '../../../local/engine/client.ts';
import { fillPartition, sortKeys } from './partition.ts';
import { query } from './requests.ts';

export const pageContract = (client: DynamoClient) => {
  describe('pages of a query', () => {
    beforeAll(() => fillPartition(client));
    it('walks pages in both directions without loss or repeat', async () => {
      for (const ScanIndexForward of [true, false]) {
        const seen: unknown[] = [];
        let ExclusiveStartKey: Record<string, unknown> | undefined;
        do {
          const page = await client.send(
            query({
              KeyConditionExpression: 'pk = :p',
              ExpressionAttributeValues: { ':p': 'q' },
              Limit: 2,
              ScanIndexForward,
              ...(ExclusiveStartKey !== undefined && { ExclusiveStartKey }),
            }),
          );
          seen.push(...(page.Items ?? []).map((item) => item['sk']));
          ExclusiveStartKey = page.LastEvaluatedKey;
        } while (ExclusiveStartKey !== undefined);
        expect(seen).toEqual(ScanIndexForward ? sortKeys : [...sortKeys].reverse());
      }
    });
    it('gives a key to go on from when the limit is met exactly, none when the end came first', async () => {
      const all = { KeyConditionExpression: 'pk = :p', ExpressionAttributeValues: { ':p': 'q' } };
      const exact = await client.send(query({ ...all, Limit: sortKeys.length }));
      expect(exact.LastEvaluatedKey).toEqual({ pk: 'q', sk: '😀' });
      expect((await client.send(query({ ...all, Limit: sortKeys.length + 1 }))).LastEvaluatedKey).toBeUndefined();
    });
    it('counts the limit before the filter', async () => {
      const page = await client.send(
        query({
          KeyConditionExpression: 'pk = :p',
          FilterExpression: 'n < :n',
          ExpressionAttributeValues: { ':p': 'q', ':n': 5 },
          Limit: 3,
        }),
      );
      expect(page).toMatchObject({ Count: 1, ScannedCount: 3, LastEvaluatedKey: { pk: 'q', sk: 'a#3' } });
    });
  });
};
