import { describe, expect, it } from 'vitest';
import { GetCommand } from '../../../functions/_storage/commands.ts';
import type { DynamoClient } from '../../../local/engine/client.ts';
import { type Attributes, put } from './requests.ts';

export const storableContract = (client: DynamoClient) => {
  describe('items that cannot be stored', () => {
    const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);
    const weighing = (bytes: number) => ({ pk: 'r', sk: 'b', x: 'x'.repeat(bytes - 'pkrskbx'.length) });
    it.each<[string, Attributes]>([
      ['without its sort key', { pk: 'r' }],
      ['with an empty key', { pk: '', sk: 'x' }],
      ['with a number as key', { pk: 'r', sk: 1 }],
      ['with a partition key of 2049 bytes', { pk: 'p'.repeat(2049), sk: 'x' }],
      ['with a sort key of 1025 bytes', { pk: 'r', sk: 's'.repeat(1025) }],
      ['with an empty index key', { pk: 'r', sk: 'x', kind: '', made: 'm' }],
      ['with a number as index key', { pk: 'r', sk: 'x', kind: 1, made: 'm' }],
      ['of 409,601 bytes', weighing(409_601)],
      ['nested 32 levels deep', { pk: 'r', sk: 'x', deep: nested(32) }],
      ['with too small a number', { pk: 'r', sk: 'x', n: 1e-200 }],
    ])('refuses an item %s', async (_what, item) => {
      await expect(client.send(put(item))).rejects.toMatchObject({ name: 'ValidationException' });
    });
    it.each<[string, Attributes]>([
      ['with a partition key of 2048 bytes', { pk: 'p'.repeat(2048), sk: 'x' }],
      ['with a sort key of 1024 bytes', { pk: 'r', sk: 's'.repeat(1024) }],
      ['of 409,600 bytes', weighing(409_600)],
      ['nested 31 levels deep', { pk: 'r', sk: 'x', deep: nested(31) }],
    ])('takes an item %s', async (_what, item) => {
      await expect(client.send(put(item))).resolves.toBeDefined();
    });
    it.each<[string, Attributes]>([
      ['undefined inside a map', { pk: 'r', sk: 'x', m: { gone: undefined } }],
      ['a number that is none', { pk: 'r', sk: 'x', n: Number.NaN }],
      ['an unsafe integer', { pk: 'r', sk: 'x', n: 2 ** 53 }],
      ['a date', { pk: 'r', sk: 'x', d: new Date(0) }],
    ])('refuses %s before it is sent', async (_what, item) => {
      await expect(client.send(put(item))).rejects.toThrow();
    });
    it('does not know another table', async () => {
      const elsewhere = new GetCommand({ TableName: 'elsewhere', Key: { pk: 'a', sk: 'b' } });
      await expect(client.send(elsewhere)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    });
  });
};
