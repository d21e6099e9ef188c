import { describe, expect, it } from 'vitest';
import type { DynamoClient } from '../../../local/engine/client.ts';
import { absent, batch, get, Put, put, query, showOld, TableName, transact } from './requests.ts';

export const transactionContract = (client: DynamoClient) => {
  describe('transactions', () => {
    it('writes all actions or none, with a reason for each', async () => {
      await client.send(put({ pk: 'tx', sk: 'there', n: 1 }));
      const failed = await client
        .send(
          transact([
            Put({ pk: 'tx', sk: 'new' }),
            Put({ pk: 'tx', sk: 'there' }, { ...absent, ...showOld }),
            { Delete: { TableName, Key: { pk: 'tx', sk: 'there2' }, ConditionExpression: 'attribute_exists(pk)' } },
          ]),
        )
        .catch((error: unknown) => error);
      expect(failed).toMatchObject({
        name: 'TransactionCanceledException',
        message: expect.stringContaining('[None, ConditionalCheckFailed, ConditionalCheckFailed]'),
        CancellationReasons: [
          { Code: 'None' },
          { Code: 'ConditionalCheckFailed', Item: { pk: { S: 'tx' }, sk: { S: 'there' }, n: { N: '1' } } },
          { Code: 'ConditionalCheckFailed' },
        ],
      });
      expect((await client.send(get('tx', 'new'))).Item).toBeUndefined();
    });
    it('puts, deletes and checks at once', async () => {
      await client.send(put({ pk: 'tx', sk: 'a' }));
      await client.send(put({ pk: 'tx', sk: 'b' }));
      await client.send(
        transact([
          Put({ pk: 'tx', sk: 'c' }, absent),
          { Delete: { TableName, Key: { pk: 'tx', sk: 'a' } } },
          {
            ConditionCheck: {
              TableName,
              Key: { pk: 'tx', sk: 'b' },
              ConditionExpression: 'attribute_exists(pk)',
            },
          },
        ]),
      );
      const { Responses } = await client.send(batch(['a', 'b', 'c'].map((sk) => ({ pk: 'tx', sk }))));
      expect(Responses?.[TableName]?.map((item) => item['sk']).sort()).toEqual(['b', 'c']);
    });
    it.each([
      ['two actions on one item', [Put({ pk: 'tx', sk: 'x' }), Put({ pk: 'tx', sk: 'x' })]],
      ['no action at all', []],
      ['101 actions', Array.from({ length: 101 }, (_, at) => Put({ pk: 'tx', sk: `many${at}` }))],
      ['an empty key', [Put({ pk: 'tx', sk: '' })]],
      ['an item over 400 KB', [Put({ pk: 'tx', sk: 'big', x: 'x'.repeat(410_000) })]],
      ['more than 4 MB', Array.from({ length: 11 }, (_, at) => Put({ pk: 'tx', sk: `${at}`, x: 'x'.repeat(400_000) }))],
    ])('refuses %s', async (_what, actions) => {
      await expect(client.send(transact(actions))).rejects.toMatchObject({ name: 'ValidationException' });
    });
    it('takes exactly 100 actions', async () => {
      const actions = Array.from({ length: 100 }, (_, at) => Put({ pk: 'hundred', sk: String(at).padStart(3, '0') }));
      await client.send(transact(actions));
      const found = await client.send(
        query({ KeyConditionExpression: 'pk = :p', ExpressionAttributeValues: { ':p': 'hundred' } }),
      );
      expect(found.Count).toBe(100);
    });
  });
};
