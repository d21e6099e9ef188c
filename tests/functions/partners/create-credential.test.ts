import { describe, expect, it } from 'vitest';
import { aPartnersWorld } from './partners-world.ts';

describe('createCredential', () => {
  it('issues a credential within the rights of the token, and shows its secret once', async () => {
    const { sandbox, credential, call, manager } = await aPartnersWorld();
    const shop = await sandbox();
    const till = await credential(shop, { name: 'Till', scopes: ['quotes:write'] });
    expect(till).toMatchObject({ scopes: ['quotes:write'], clientId: `${shop.tenant}.${till.credentialId}` });
    const shown = await call('getCredential', { ...manager(shop), params: { credentialId: till.credentialId } });
    const { secret, ...rest } = till;
    expect(secret).toMatch(/^bds_/);
    expect(shown.body).toEqual(rest);
  });

  it('answers a retry to the byte', async () => {
    const { sandbox, call, manager } = await aPartnersWorld();
    const asked = { ...manager(await sandbox()), body: { name: 'Till', scopes: ['quotes:write'] }, key: 'till-0001' };
    const first = await call('createCredential', asked);
    expect((await call('createCredential', asked)).text).toBe(first.text);
  });

  it('gives nobody more than their token carries, and remembers no such refusal', async () => {
    const { sandbox, call, manager } = await aPartnersWorld();
    const shop = await sandbox();
    const asked = { body: { name: 'Till', scopes: ['claims:write'] }, key: 'till-0002' };
    const poor = manager(shop, ['credentials:write', 'quotes:write']);
    const refused = await call('createCredential', { ...poor, ...asked });
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'scopes-exceed-own' }]);
    expect((await call('createCredential', { ...manager(shop), ...asked })).status).toBe(201);
  });

  it('makes a person of the insurer in a sandbox, and nowhere else', async () => {
    const { sandbox, credential, call, manager } = await aPartnersWorld();
    const body = { name: 'Handler', roles: ['claims_handler'] };
    const person = await credential(await sandbox(), body);
    expect(person).toMatchObject({ person: true, roles: ['claims_handler'] });
    expect(person.scopes).toContain('claims:read');
    const live = await call('createCredential', { ...manager({ ...person, tenant: 'shop-a' }), body });
    expect([live.status, live.body]).toMatchObject([403, { code: 'people-need-a-sandbox' }]);
  });

  it.each([
    ['neither scopes nor roles', {}],
    ['both', { scopes: ['quotes:write'], roles: ['finance'] }],
    ['a scope that is none', { scopes: ['everything'] }],
    ['no scope at all', { scopes: [] }],
  ])('refuses a wish for %s', async (_what, rights) => {
    const { sandbox, call, manager } = await aPartnersWorld();
    const answer = await call('createCredential', { ...manager(await sandbox()), body: { name: 'Till', ...rights } });
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'invalid-request' }]);
  });

  it('is closed to a token without the scope', async () => {
    const { sandbox, call, manager } = await aPartnersWorld();
    const reader = manager(await sandbox(), ['credentials:read']);
    const answer = await call('createCredential', { ...reader, body: { name: 'Till', scopes: ['credentials:read'] } });
    expect([answer.status, answer.body]).toMatchObject([403, { code: 'forbidden' }]);
  });
});
