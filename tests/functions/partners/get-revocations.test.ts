import { describe, expect, it } from 'vitest';
import { aPartnersWorld } from './partners-world.ts';

describe('getRevocations', () => {
  it('tells of every tenant’s revocations for a quarter of an hour, and then no more', async () => {
    const { call, sandbox, credential, manager, time } = await aPartnersWorld();
    const revoked: string[] = [];
    for (const shop of [await sandbox(), await sandbox()]) {
      const { credentialId } = await credential(shop, { name: 'Till', scopes: ['quotes:write'] });
      await call('revokeCredential', { ...manager(shop), params: { credentialId } });
      revoked.push(credentialId);
    }
    const seenAt = async (now: string): Promise<readonly string[]> => {
      time.now = now;
      return ((await call('getRevocations')).body as { revoked: string[] }).revoked.toSorted();
    };
    expect(await seenAt('2026-11-23T08:00:00.000Z')).toEqual(revoked.toSorted());
    expect(await seenAt('2026-11-23T08:15:00.000Z')).toEqual(revoked.toSorted());
    expect(await seenAt('2026-11-23T08:15:00.001Z')).toEqual([]);
  });

  it('is open to everybody, and names no tenant', async () => {
    const { call } = await aPartnersWorld();
    const answer = await call('getRevocations', { headers: { authorization: '' } });
    expect([answer.status, answer.body]).toEqual([200, { since: '2026-11-23T07:45:00.000Z', revoked: [] }]);
  });
});
