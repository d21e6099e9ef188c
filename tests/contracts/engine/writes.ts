import { describe, expect, it } from 'vitest';
import type { DynamoClient } from '../../../local/engine/client.ts';
import { subject } from './condition-cases.ts';
import { absent, get, put, remove, showOld } from './requests.ts';

export const writeContract = (client: DynamoClient) => {
  describe('single writes', () => {
    it('keeps every type of value as it was', async () => {
      const item = { pk: 'w', sk: 'types', ...subject, e: '', f: -12.75, i: 1e-7, u: '汉字😀', empty: {}, none: [] };
      await client.send(put(item));
      expect((await client.send(get('w', 'types'))).Item).toEqual(item);
    });
    it('shows the old item in the error only when asked, in DynamoDB form', async () => {
      await client.send(put({ pk: 'w', sk: 'old', n: 1 }));
      await expect(client.send(put({ pk: 'w', sk: 'old' }, { ...absent, ...showOld }))).rejects.toMatchObject({
        name: 'ConditionalCheckFailedException',
        Item: { pk: { S: 'w' }, sk: { S: 'old' }, n: { N: '1' } },
      });
      const silent = await client.send(put({ pk: 'w', sk: 'old' }, absent)).catch((error: unknown) => error);
      expect(silent).toMatchObject({ name: 'ConditionalCheckFailedException' });
      expect(Reflect.get(Object(silent), 'Item')).toBeUndefined();
    });
    it.each([
      [1e-7, '0.0000001'],
      [-1.5e-10, '-0.00000000015'],
      [-12.75, '-12.75'],
    ])('writes the number %d of an item in an error as %s', async (n, written) => {
      await client.send(put({ pk: 'w', sk: 'small', n }));
      await expect(client.send(put({ pk: 'w', sk: 'small' }, { ...absent, ...showOld }))).rejects.toMatchObject({
        Item: { n: { N: written } },
      });
    });
    it('returns what a put replaced and a delete removed', async () => {
      await client.send(put({ pk: 'w', sk: 'rv', n: 1 }));
      const replaced = await client.send(put({ pk: 'w', sk: 'rv', n: 2 }, { ReturnValues: 'ALL_OLD' }));
      expect(replaced.Attributes).toEqual({ pk: 'w', sk: 'rv', n: 1 });
      const removed = await client.send(remove('w', 'rv', { ReturnValues: 'ALL_OLD' }));
      expect(removed.Attributes).toEqual({ pk: 'w', sk: 'rv', n: 2 });
      const nothing = await client.send(remove('w', 'rv', { ReturnValues: 'ALL_OLD' }));
      expect(nothing.Attributes).toBeUndefined();
      expect((await client.send(get('w', 'rv'))).Item).toBeUndefined();
    });
    it('deletes on a condition', async () => {
      await client.send(put({ pk: 'w', sk: 'del', n: 1 }));
      const when = (n: number) => ({ ConditionExpression: 'n = :n', ExpressionAttributeValues: { ':n': n } });
      await expect(client.send(remove('w', 'del', when(2)))).rejects.toMatchObject({
        name: 'ConditionalCheckFailedException',
      });
      await client.send(remove('w', 'del', when(1)));
      expect((await client.send(get('w', 'del'))).Item).toBeUndefined();
    });
  });
};
