import { describe, expect, it } from 'vitest';
import { aPartnersWorld, type Issued } from './partners-world.ts';

const rotating = async () => {
  const world = await aPartnersWorld();
  const shop = await world.sandbox();
  const params = { credentialId: shop.credentialId };
  const added = (await world.call('addCredentialSecret', { ...world.manager(shop), params })).body as Issued;
  const [old, next] = added.secrets.map(({ secretId }) => secretId);
  const revoke = (secretId = '') =>
    world.call('revokeCredentialSecret', { ...world.manager(shop), params: { ...params, secretId } });
  return { ...world, shop, added, old, next, revoke };
};

describe('revokeCredentialSecret', () => {
  it('ends the old secret at once, and leaves the new one', async () => {
    const { shop, added, old, next, revoke, token } = await rotating();
    const answer = await revoke(old);
    expect([answer.status, answer.body]).toMatchObject([201, { secrets: [{ secretId: next }] }]);
    expect((await token(shop.clientId, shop.secret)).status).toBe(401);
    expect((await token(shop.clientId, added.secret)).status).toBe(200);
  });

  it('tells everybody who verifies tokens that the secret earned its last', async () => {
    const { old, revoke, call } = await rotating();
    await revoke(old);
    expect((await call('getRevocations')).body).toMatchObject({ revoked: [old] });
  });

  it('knows a secret no longer that was revoked, and leaves the last one', async () => {
    const { old, next, revoke } = await rotating();
    await revoke(old);
    expect((await revoke(old)).body).toMatchObject({ code: 'secret-not-found' });
    expect((await revoke(next)).body).toMatchObject({ code: 'last-secret' });
  });
});
