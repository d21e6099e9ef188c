import { describe, expect, it } from 'vitest';
import { aPartnersWorld, type Issued, type PartnersWorld } from './partners-world.ts';

const revoke = ({ call, manager }: PartnersWorld, by: Issued, credentialId: string) =>
  call('revokeCredential', { ...manager(by), params: { credentialId } });

describe('revokeCredential', () => {
  it('ends a credential for ever: no token, no new secret, and everybody is told', async () => {
    const world = await aPartnersWorld();
    const shop = await world.sandbox();
    const till = await world.credential(shop, { name: 'Till', scopes: ['quotes:write'] });
    const answer = await revoke(world, shop, till.credentialId);
    expect([answer.status, answer.body]).toMatchObject([201, { status: 'revoked', secrets: [] }]);
    expect((await world.token(till.clientId, till.secret)).status).toBe(401);
    const added = await world.call('addCredentialSecret', {
      ...world.manager(shop),
      params: { credentialId: till.credentialId },
    });
    expect(added.body).toMatchObject({ code: 'credential-state-refuses' });
    expect((await world.call('getRevocations')).body).toMatchObject({ revoked: [till.credentialId] });
  });

  it('leaves the last credential that can manage others', async () => {
    const world = await aPartnersWorld();
    const shop = await world.sandbox();
    await world.credential(shop, { name: 'Till', scopes: ['quotes:write'] });
    const answer = await revoke(world, shop, shop.credentialId);
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'last-manager' }]);
    expect((await world.token(shop.clientId, shop.secret)).status).toBe(200);
  });

  it('leaves one of two that revoke each other at the same time', async () => {
    const world = await aPartnersWorld();
    const shop = await world.sandbox();
    const office = await world.credential(shop, { name: 'Office', scopes: ['credentials:write'] });
    const answers = await Promise.all([
      revoke(world, shop, office.credentialId),
      revoke(world, shop, shop.credentialId),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  it('knows no credential of another tenant', async () => {
    const world = await aPartnersWorld();
    const [shop, other] = [await world.sandbox(), await world.sandbox()];
    expect((await revoke(world, shop, other.credentialId)).body).toMatchObject({ code: 'credential-not-found' });
  });
});
