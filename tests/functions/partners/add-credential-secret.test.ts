import { describe, expect, it } from 'vitest';
import { aPartnersWorld, type Issued } from './partners-world.ts';

describe('addCredentialSecret', () => {
  it('adds a second secret, and both earn tokens while the rotation lasts', async () => {
    const { sandbox, call, manager, token } = await aPartnersWorld();
    const shop = await sandbox();
    const params = { credentialId: shop.credentialId };
    const added = (await call('addCredentialSecret', { ...manager(shop), params })).body as Issued;
    expect(added.secrets).toHaveLength(2);
    expect(added.secret).not.toBe(shop.secret);
    for (const secret of [shop.secret, added.secret]) expect((await token(shop.clientId, secret)).status).toBe(200);
  });

  it('refuses a third, and remembers that refusal under its key', async () => {
    const { sandbox, call, manager } = await aPartnersWorld();
    const shop = await sandbox();
    const asked = { ...manager(shop), params: { credentialId: shop.credentialId } };
    await call('addCredentialSecret', asked);
    const third = await call('addCredentialSecret', { ...asked, key: 'third-0001' });
    expect([third.status, third.body]).toMatchObject([422, { code: 'too-many-secrets' }]);
    expect((await call('addCredentialSecret', { ...asked, key: 'third-0001' })).text).toBe(third.text);
  });

  it('asks for the rights of the credential, so that nobody takes over one that may do more', async () => {
    const { sandbox, call, manager } = await aPartnersWorld();
    const shop = await sandbox();
    const poor = manager(shop, ['credentials:write']);
    const answer = await call('addCredentialSecret', { ...poor, params: { credentialId: shop.credentialId } });
    expect([answer.status, answer.body]).toMatchObject([403, { code: 'scopes-exceed-own' }]);
  });

  it('knows no credential of another tenant', async () => {
    const { sandbox, call, manager } = await aPartnersWorld();
    const [shop, other] = [await sandbox(), await sandbox()];
    const answer = await call('addCredentialSecret', {
      ...manager(shop),
      params: { credentialId: other.credentialId },
    });
    expect(answer.status).toBe(404);
  });
});
