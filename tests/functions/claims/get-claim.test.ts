import { describe, expect, it } from 'vitest';
import { aClaimsWorld, aPhone, carrier, claimIdIn, handler, payee, report, shipped, waybill } from './claims-world.ts';

const referred = async () => {
  const world = await aClaimsWorld(carrier({ status: 'signed_by_seller', signedAt: '2026-11-20T00:00:00.000Z' }));
  const claimId = claimIdIn(await report(world, 'return-freight', await shipped(world)));
  await world.bus.untilQuiet();
  return { world, claimId };
};

describe('getClaim', () => {
  it('tells a partner where the claim stands, and neither the form nor why people are asked', async () => {
    const { world, claimId } = await referred();
    const answer = await world.call('getClaim', { params: { claimId } });
    expect(answer.body).toMatchObject({ claimId, status: 'in-review' });
    for (const word of ['handling', 'reasons', 'form', 'signed-outside-term']) expect(answer.text).not.toContain(word);
  });

  it('opens the form to a person who holds claims:personal, and to nobody else', async () => {
    const { world, claimId } = await referred();
    const see = (as: object) => world.call('getClaim', { params: { claimId }, as });
    const personal = ['claims:read', 'claims:personal'];
    expect((await see({ ...handler(), scopes: personal })).body).toMatchObject({
      form: { waybillNumber: waybill, returnKind: 'return' },
      handling: { referredFor: ['signed-outside-term'] },
    });
    expect((await see({ ...handler(), scopes: ['claims:read'] })).body).not.toHaveProperty('form');
    expect((await see({ scopes: personal })).body).not.toHaveProperty('form');
    expect((await see({ ...handler(), scopes: personal })).text).not.toContain(payee);
  });

  it('answers a claim of another tenant exactly like one that does not exist', async () => {
    const { world, claimId } = await referred();
    const nowhere = await aClaimsWorld();
    const asked = { params: { claimId }, tenant: 'shop-b', headers: { 'x-request-id': 'req_same_for_both' } };
    const foreign = await world.call('getClaim', asked);
    expect(foreign.status).toBe(404);
    expect(foreign.text).toBe((await nowhere.call('getClaim', asked)).text);
  });

  it('refuses an id that is none', async () => {
    const { world } = await referred();
    const answer = await world.call('getClaim', { params: { claimId: 'clm_1' } });
    expect(answer.body).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '/path/claimId' }] });
  });

  it('answers how the claim stood at a time, and what was known then', async () => {
    const world = await aClaimsWorld();
    const claimId = claimIdIn(await report(world, 'device-protection', await aPhone(world)));
    await world.bus.untilQuiet();
    world.time.now = '2026-12-24T08:00:00.000Z';
    await world.call('assessClaim', { params: { claimId }, body: { amount: 90_000 }, as: handler() });
    const seen = async (query: Readonly<Record<string, string>>) => {
      const { status, body } = await world.call('getClaim', { params: { claimId }, query, as: handler() });
      const { handling, ...claim } = body as { status: string; handling?: { reserve: { amount: number } } };
      return status === 200 ? [claim.status, handling?.reserve.amount] : status;
    };
    for (const name of ['asOf', 'knownAt']) {
      expect(await seen({ [name]: '2026-12-23T07:59:59.999Z' })).toBe(404);
      expect(await seen({ [name]: '2026-12-24T07:59:59.999Z' })).toEqual(['in-review', 108_000]);
      expect(await seen({ [name]: '2026-12-24T08:00:00Z' })).toEqual(['assessed', 90_000]);
    }
    expect(await seen({ asOf: '2026-12-24T08:00:00Z', knownAt: '2026-12-24T07:59:59.999Z' })).toEqual([
      'in-review',
      108_000,
    ]);
    const now = (await world.call('getClaim', { params: { claimId } })).text;
    const query = { asOf: world.time.now, knownAt: world.time.now };
    expect((await world.call('getClaim', { params: { claimId }, query })).text).toBe(now);
  });

  it('shows its policy as of the same times, to those who may see policies', async () => {
    const world = await aClaimsWorld();
    const policyId = await aPhone(world);
    const params = { claimId: claimIdIn(await report(world, 'device-protection', policyId)) };
    const at = world.time.now;
    await world.bus.untilQuiet();
    world.time.now = '2026-12-24T08:00:00.000Z';
    await world.call('assessClaim', { params, body: { amount: 90_000 }, as: handler() });
    for (const viewpoint of [{}, { knownAt: at }]) {
      const policy = (await world.call('getPolicy', { params: { policyId }, query: viewpoint })).body;
      const { body } = await world.call('getClaim', { params, query: { ...viewpoint, include: 'policy' } });
      expect(body).toMatchObject({ included: { policy } });
    }
    const poor = await world.call('getClaim', {
      params,
      query: { include: 'policy' },
      as: { scopes: ['claims:read'] },
    });
    expect([poor.status, poor.body]).toMatchObject([403, { facts: { needs: 'policies:read' } }]);
  });

  it('stands beside its policy as it is shown by itself, at the same times', async () => {
    const world = await aClaimsWorld();
    const policyId = await aPhone(world);
    const claimId = claimIdIn(await report(world, 'device-protection', policyId));
    const at = world.time.now;
    await world.bus.untilQuiet();
    for (const query of [{}, { knownAt: at }])
      for (const as of [{}, handler()]) {
        const claim = (await world.call('getClaim', { params: { claimId }, query, as })).body;
        const asked = { params: { policyId }, query: { ...query, include: 'claims' }, as };
        expect((await world.call('getPolicy', asked)).body).toMatchObject({ included: { claims: [claim] } });
      }
  });
});
