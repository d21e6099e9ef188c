import { describe, expect, it } from 'vitest';
import type { QueryCommandInput } from '../../../functions/_storage/commands.ts';
import type { DynamoClient } from '../../../local/engine/client.ts';
import { query } from './requests.ts';

export const queryRefusalContract = (client: DynamoClient) => {
  describe('queries that are refused', () => {
    it.each<[string, Omit<QueryCommandInput, 'TableName'>]>([
      [
        'a consistent read of an index',
        { IndexName: 'byKind', ConsistentRead: true, KeyConditionExpression: 'kind = :p' },
      ],
      ['an index that is not there', { IndexName: 'nothing', KeyConditionExpression: 'kind = :p' }],
      ['no key condition', { ExpressionAttributeValues: undefined }],
      ['a condition without the partition key', { KeyConditionExpression: 'sk = :p' }],
      ['a range of partitions', { KeyConditionExpression: 'pk > :p' }],
      ['OR between keys', { KeyConditionExpression: 'pk = :p OR sk = :p' }],
      ['NOT before a key', { KeyConditionExpression: 'NOT pk = :p' }],
      ['<> on a key', { KeyConditionExpression: 'pk = :p AND sk <> :p' }],
      ['two conditions on the sort key', { KeyConditionExpression: 'pk = :p AND sk > :p AND sk < :p' }],
      ['a condition on another attribute', { KeyConditionExpression: 'pk = :p AND n = :p' }],
      ['a filter on the key', { KeyConditionExpression: 'pk = :p', FilterExpression: 'sk > :p' }],
      ['a limit of zero', { KeyConditionExpression: 'pk = :p', Limit: 0 }],
      ['half a starting key', { KeyConditionExpression: 'pk = :p', ExclusiveStartKey: { pk: 'q' } }],
    ])('refuses %s', async (_what, input) => {
      const bounded = { ExpressionAttributeValues: { ':p': 'q' }, ...input };
      await expect(client.send(query(bounded))).rejects.toMatchObject({ name: 'ValidationException' });
    });
  });
};
