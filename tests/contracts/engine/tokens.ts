import { describe, expect, it } from 'vitest';
import type { DynamoClient } from '../../../local/engine/client.ts';
import { absent, get, Put, put, remove, transact } from './requests.ts';

export const tokenContract = (client: DynamoClient) => {
  describe('client request tokens', () => {
    const once = (n: number, token: string) =>
      client.send(transact([Put({ pk: 'token', sk: token, n }, absent)], { ClientRequestToken: token }));
    it('answers a repeated transaction as done and writes nothing', async () => {
      await once(1, 'same-content');
      await client.send(put({ pk: 'token', sk: 'same-content', n: 99 }));
      await expect(once(1, 'same-content')).resolves.toBeDefined();
      expect((await client.send(get('token', 'same-content'))).Item?.['n']).toBe(99);
    });
    it('refuses a token that comes back with other content', async () => {
      await once(1, 'other-content');
      await expect(once(2, 'other-content')).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' });
    });
    it('says that a token was used before it says that an item stands twice', async () => {
      const twice = [Put({ pk: 'token', sk: 'twice' }), Put({ pk: 'token', sk: 'twice' })];
      const under = (ClientRequestToken: string) => client.send(transact(twice, { ClientRequestToken }));
      await expect(under('twice')).rejects.toMatchObject({ name: 'ValidationException' });
      await once(1, 'twice');
      await expect(under('twice')).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' });
    });
    it('does not remember a transaction that was cancelled', async () => {
      await client.send(put({ pk: 'token', sk: 'cancelled' }));
      await expect(once(1, 'cancelled')).rejects.toMatchObject({ name: 'TransactionCanceledException' });
      await client.send(remove('token', 'cancelled'));
      await once(1, 'cancelled');
      expect((await client.send(get('token', 'cancelled'))).Item?.['n']).toBe(1);
    });
    it('takes a token of 36 characters and refuses one of 37', async () => {
      await once(1, 'x'.repeat(36));
      await expect(once(1, 'x'.repeat(37))).rejects.toMatchObject({ name: 'ValidationException' });
    });
  });
};
