import { describe, expect, it } from 'vitest';
import type { DynamoClient } from '../../../local/engine/client.ts';
import { batch, get, put, TableName } from './requests.ts';

export const readContract = (client: DynamoClient) => {
  describe('reads by key', () => {
    it('answers without an item for a key that is not there', async () => {
      expect((await client.send(get('read', 'none'))).Item).toBeUndefined();
    });
    it('gets several items at once and leaves out those that are not there', async () => {
      await client.send(put({ pk: 'read', sk: '1', n: 1 }));
      await client.send(put({ pk: 'read', sk: '2', n: 2 }));
      const answer = await client.send(
        batch([
          { pk: 'read', sk: '2' },
          { pk: 'read', sk: 'none' },
          { pk: 'read', sk: '1' },
        ]),
      );
      expect(new Set(answer.Responses?.[TableName]?.map((item) => item['n']))).toEqual(new Set([1, 2]));
      expect(answer.UnprocessedKeys ?? {}).toEqual({});
    });
    it.each([
      [
        'the same key twice',
        [
          { pk: 'read', sk: '1' },
          { pk: 'read', sk: '1' },
        ],
      ],
      ['more than 100 keys', Array.from({ length: 101 }, (_, at) => ({ pk: 'read', sk: `${at}` }))],
      ['no key', []],
      ['half a key', [{ pk: 'read' }]],
    ])('refuses %s', async (_what, keys) => {
      await expect(client.send(batch(keys))).rejects.toMatchObject({ name: 'ValidationException' });
    });
  });
};
