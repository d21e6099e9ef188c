import { beforeAll, describe, expect, it } from 'vitest';
import { authenticate } from '../../../../functions/_kit/http/authenticate.ts';
import type { CallState, HttpRequest } from '../../../../functions/_kit/http/state.ts';
import { beginCall, type StepRequest } from '../../../../functions/_kit/http/step.ts';
import type { VerifiedToken } from '../../../../functions/_kit/platform.ts';
import { aWorld } from '../../../support/world.ts';

type Asked = {
  readonly contract?: object | undefined;
  readonly header?: string;
  readonly tenantId?: string;
  readonly actor?: Partial<VerifiedToken['actor']>;
};

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld([]);
});

/** What the chain knows of a request after authentication. */
const entered = async ({ contract, header, tenantId, actor }: Asked): Promise<Partial<CallState>> => {
  world.tokens.set('ab.b-c_1.de', {
    tenant: 'shop-a',
    actor: { kind: 'partner', id: 'client-1', roles: [], scopes: ['claims:read'], ...actor },
  });
  const event = {
    routeKey: '',
    rawPath: '',
    headers: { authorization: header },
    pathParameters: tenantId === undefined ? undefined : { tenantId },
  };
  const call = { platform: world.platform, endpoint: contract && { contract } } as unknown as CallState;
  beginCall(event, call);
  await authenticate().before?.({ event } as unknown as StepRequest);
  return { tenant: call.tenant, actor: call.actor } as Partial<CallState>;
};
const withToken = (contract: object, actor: Asked['actor'] = {}) =>
  entered({ contract, header: 'Bearer ab.b-c_1.de', actor });
const partner = { caller: 'partner', scope: 'claims:read' };
const staff = { caller: 'staff', scope: 'claims:decide', roles: ['claims_approver', 'claims_director'] };
const approver = { kind: 'person', roles: ['claims_approver'], scopes: ['claims:decide'] } as const;

describe('authenticate', () => {
  it('takes tenant and caller from the verified token', async () => {
    expect(await withToken(partner)).toEqual({
      tenant: 'shop-a',
      actor: { kind: 'partner', id: 'client-1', roles: [], scopes: ['claims:read'] },
    });
    expect((await entered({ contract: partner, header: 'bearer ab.b-c_1.de' })).tenant).toBe('shop-a');
  });

  it.each([
    ['none', undefined],
    ['another scheme', 'Basic ab.b-c_1.de'],
    ['something before it', ' Bearer ab.b-c_1.de'],
    ['something after it', 'Bearer ab.b-c_1.de e'],
    ['two parts alone', 'Bearer a.b-c_1'],
    ['an empty part', 'Bearer a..d'],
    ['an empty end', 'Bearer a.b.'],
    ['a character that no token has', 'Bearer a.b+c.d'],
    ['a token that nobody signed', 'Bearer x.y.z'],
  ])('refuses a request whose token is missing or misshapen: %s', async (_what, header) => {
    const asked = { contract: partner, ...(header !== undefined && { header }) };
    await expect(entered(asked)).rejects.toMatchObject({ refused: { code: 'unauthenticated' } });
  });

  it('refuses a caller without the scope, and says which it needs', async () => {
    await expect(withToken(partner, { scopes: ['claims:write'] })).rejects.toMatchObject({
      refused: { code: 'forbidden', facts: { needs: 'claims:read' } },
    });
    expect((await withToken({ caller: 'partner' }, { scopes: [] })).tenant).toBe('shop-a');
  });

  it('lets in a person of the insurer with any one of the roles', async () => {
    expect((await withToken(staff, approver)).actor?.kind).toBe('person');
    const both = { ...approver, roles: ['auditor', 'claims_director'] };
    expect((await withToken(staff, both)).tenant).toBe('shop-a');
    expect((await withToken({ caller: 'partner', scope: 'claims:decide' }, approver)).tenant).toBe('shop-a');
  });

  it.each([
    ['no role of these', { ...approver, roles: ['auditor'] }, ['claims_approver', 'claims_director']],
    ['no role', { ...approver, roles: [] }, ['claims_approver', 'claims_director']],
    ['a machine, whatever its roles', { ...approver, kind: 'partner' as const }, 'a person of the insurer'],
  ])('refuses staff work to %s', async (_what, actor, needs) => {
    await expect(withToken(staff, actor)).rejects.toMatchObject({ refused: { code: 'forbidden', facts: { needs } } });
  });

  it('asks nothing where anyone may come, or where no endpoint was found', async () => {
    const actor = { kind: 'public', id: 'public', roles: [], scopes: [] };
    expect(await entered({ contract: { caller: 'anyone' } })).toEqual({ tenant: undefined, actor });
    expect(await entered({})).toEqual({ tenant: undefined, actor: undefined });
  });

  it('takes the tenant of an open entry from what the call carries, where the entry says how', async () => {
    const tenantOf = ({ headers }: HttpRequest) => headers['authorization']?.slice('Client '.length);
    const contract = { caller: 'anyone', tenantOf };
    expect((await entered({ contract, header: 'Client sbx-one' })).tenant).toBe('sbx-one');
    expect((await entered({ contract })).tenant).toBeUndefined();
  });

  it.each(['public', 'provider'] as const)(
    'takes the tenant from the path for the %s, and no token',
    async (caller) => {
      expect(await entered({ contract: { caller }, tenantId: 'shop-a' })).toEqual({
        tenant: 'shop-a',
        actor: { kind: caller, id: caller, roles: [], scopes: [] },
      });
    },
  );

  it.each([undefined, 'ab', 'a'.repeat(41), 'Shop-a', 'shop-a#', '#shop-a', 'nobody'])(
    'does not find a tenant that is none: %s',
    async (tenantId) => {
      const asked = { contract: { caller: 'public' }, ...(tenantId !== undefined && { tenantId }) };
      await expect(entered(asked)).rejects.toMatchObject({ refused: { code: 'not-found' } });
    },
  );

  it('asks for the secret of a tenant only under a name that a tenant can have', async () => {
    const asked: string[] = [];
    const real = world.platform;
    const derivation = async (tenant: string) => void asked.push(tenant);
    const tenants = { ...real.tenants, derivation };
    world = { ...world, platform: { ...real, tenants } };
    for (const tenantId of ['ab', 'abc', 'a'.repeat(40), 'a'.repeat(41), 'x#y', 'shop-a#', '#shop-a'])
      await entered({ contract: { caller: 'public' }, tenantId }).catch(() => undefined);
    world = { ...world, platform: real };
    expect(asked).toEqual(['abc', 'a'.repeat(40)]);
  });
});
