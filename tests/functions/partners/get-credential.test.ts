import { describe, expect, it } from 'vitest';
import { aPartnersWorld } from './partners-world.ts';

describe('getCredential', () => {
  it('shows what a credential may do and which secrets it has, and no hash', async () => {
    const { sandbox, call, manager, time } = await aPartnersWorld();
    const shop = await sandbox();
    const answer = await call('getCredential', { ...manager(shop), params: { credentialId: shop.credentialId } });
    expect(answer.body).toMatchObject({ name: 'My shop', status: 'live', secrets: [{ addedAt: time.now }] });
    expect(answer.text).not.toMatch(/hash|bds_/);
  });

  it('knows no credential of another tenant', async () => {
    const { sandbox, call, manager } = await aPartnersWorld();
    const [shop, other] = [await sandbox(), await sandbox()];
    const answer = await call('getCredential', { ...manager(shop), params: { credentialId: other.credentialId } });
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'credential-not-found' }]);
  });
});
