import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { revocableTokens } from '../../../functions/_adapters/revocable-tokens.ts';
import { plusSeconds } from '../../../functions/_kit/clock.ts';
import { aPartnersWorld, type Issued } from './partners-world.ts';

const aSandbox = async () => {
  const world = await aPartnersWorld();
  const shop = await world.sandbox();
  const reset = (key?: string, tenant = shop.tenant) =>
    world.call('resetSandbox', { ...world.manager(shop), tenant, ...(key !== undefined && { key }) });
  const tokenOf = async ({ clientId, secret }: Issued) =>
    ((await world.token(clientId, secret)).body as { access_token: string }).access_token;
  return { world, shop, reset, tokenOf, tenantOf: async (of: Issued) => decodeJwt(await tokenOf(of))['tenant'] };
};

describe('resetSandbox', () => {
  it('begins a new generation, and tells how it is reached', async () => {
    const { shop, reset, tenantOf } = await aSandbox();
    const answer = await reset();
    const tenant = `${shop.tenant}-g2`;
    expect([answer.status, answer.body]).toEqual([
      201,
      {
        ...{ tenant, generation: 2, ended: shop.tenant },
        payments: { webhookPath: `/v1/payment-webhooks/${tenant}`, webhookSecret: `whsec_${tenant}` },
      },
    ]);
    expect(await tenantOf(shop)).toBe(tenant);
  });

  it('makes a tenant with another secret, so that nothing in it can be named as before', async () => {
    const { world, shop, reset } = await aSandbox();
    const before = await world.platform.tenants.derivation(shop.tenant);
    await reset();
    const after = await world.platform.tenants.derivation(`${shop.tenant}-g2`);
    expect(after).toHaveLength(32);
    expect(after).not.toEqual(before);
    expect(await world.platform.tenants.derivation(`${shop.tenant}-g3`)).toBeUndefined();
  });

  it('can be done again, from whichever generation a token is', async () => {
    const { shop, reset, tenantOf } = await aSandbox();
    await reset();
    const again = await reset(undefined, `${shop.tenant}-g2`);
    expect(again.body).toMatchObject({ generation: 3, ended: `${shop.tenant}-g2`, tenant: `${shop.tenant}-g3` });
    expect(await tenantOf(shop)).toBe(`${shop.tenant}-g3`);
  });

  it('answers a retry under its key as before, also with a token of the new generation', async () => {
    const { shop, reset, tenantOf } = await aSandbox();
    const first = await reset('reset-once-1');
    const again = await reset('reset-once-1', `${shop.tenant}-g2`);
    expect([again.text, again.headers['idempotent-replayed']]).toEqual([first.text, 'true']);
    expect(await tenantOf(shop)).toBe(`${shop.tenant}-g2`);
  });

  it('leaves every credential where it is, to be used and managed', async () => {
    const { world, shop, reset, tenantOf } = await aSandbox();
    const till = await world.credential(shop, { name: 'Till', scopes: ['quotes:write'] });
    await reset();
    const asked = { ...world.manager(shop), tenant: `${shop.tenant}-g2` };
    const listed = (await world.call('listCredentials', asked)).body as { items: { clientId: string }[] };
    expect(listed.items.map(({ clientId }) => clientId).toSorted()).toEqual([shop.clientId, till.clientId].toSorted());
    expect(await tenantOf(till)).toBe(`${shop.tenant}-g2`);
    const params = { credentialId: till.credentialId };
    expect((await world.call('revokeCredential', { ...asked, params })).status).toBe(201);
    expect((await world.token(till.clientId, till.secret)).status).toBe(401);
    const another = await world.call('createCredential', { ...asked, body: { name: 'New', scopes: ['quotes:write'] } });
    expect((another.body as Issued).clientId).toMatch(new RegExp(`^${shop.tenant}\\.crd_`));
  });

  it('ends the tokens of the generation before within half a minute, and no others', async () => {
    const { world, shop, reset, tokenOf } = await aSandbox();
    const other = await world.sandbox();
    const [old, foreign] = [await tokenOf(shop), await tokenOf(other)];
    const read = async () => ((await world.call('getRevocations')).body as { revoked: string[] }).revoked;
    const tokens = revocableTokens(world.verifier, read, () => Date.parse(world.time.now));
    expect((await tokens.verify(old))?.tenant).toBe(shop.tenant);
    await reset();
    const fresh = await tokenOf(shop);
    world.time.now = plusSeconds(world.time.now, 31);
    expect(await tokens.verify(old)).toBeUndefined();
    expect((await tokens.verify(fresh))?.tenant).toBe(`${shop.tenant}-g2`);
    expect((await tokens.verify(foreign))?.tenant).toBe(other.tenant);
  });

  it('is for sandboxes alone, and for who may manage credentials', async () => {
    const { world, shop } = await aSandbox();
    const live = await world.call('resetSandbox', { tenant: 'shop-a' });
    expect([live.status, live.body]).toMatchObject([403, { code: 'sandbox-only' }]);
    const poor = await world.call('resetSandbox', world.manager(shop, ['quotes:write']));
    expect([poor.status, poor.body]).toMatchObject([403, { code: 'forbidden' }]);
    expect(world.engine.items().filter(({ sk }) => sk === 'GENERATION')).toEqual([]);
  });

  it('comes to one generation after another where two reset at once', async () => {
    const { shop, reset, tenantOf } = await aSandbox();
    const answers = await Promise.all([reset('reset-once-1'), reset('reset-once-2')]);
    expect(answers.map(({ body }) => (body as { generation: number }).generation).toSorted()).toEqual([2, 3]);
    expect(await tenantOf(shop)).toBe(`${shop.tenant}-g3`);
  });
});
