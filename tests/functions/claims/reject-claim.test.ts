import { describe, expect, it } from 'vitest';
import { aClaimsWorld, balancesOf, carrier, claimIdIn, handler, report, shipped } from './claims-world.ts';

const referred = async () => {
  const world = await aClaimsWorld(carrier({ status: 'signed_by_seller', signedAt: '2026-11-20T00:00:00.000Z' }));
  const policyId = await shipped(world);
  const claimId = claimIdIn(await report(world, 'return-freight', policyId));
  await world.bus.untilQuiet();
  const reject = (reasons: readonly string[], asked = {}) =>
    world.call('rejectClaim', { params: { claimId }, body: { reasons }, as: handler(), ...asked });
  return { world, policyId, claimId, reject };
};

describe('rejectClaim', () => {
  it('tells the partner the reasons and the clauses, and frees the reserve', async () => {
    const { world, policyId, claimId, reject } = await referred();
    expect((await reject(['not-shipped', 'trigger-not-met'])).status).toBe(201);
    const { body } = await world.call('getClaim', { params: { claimId } });
    expect(body).toMatchObject({
      status: 'rejected',
      reasons: ['not-shipped', 'trigger-not-met'],
      clauses: ['not-shipped', '3'],
      decidedAt: '2026-11-25T08:00:00.000Z',
    });
    expect(Object.keys(balancesOf(world, policyId)).filter((account) => account.startsWith('claim'))).toEqual([]);
  });

  it('frees the waybill, so that the return can be claimed once more', async () => {
    const { world, policyId, reject } = await referred();
    await reject(['trigger-not-met']);
    const again = await report(world, 'return-freight', policyId);
    expect([again.status, again.body]).toMatchObject([201, { claimId: `clm_${policyId.slice(4)}002` }]);
  });

  it('refuses reasons that are none, and names those there are', async () => {
    const { reject } = await referred();
    const answer = await reject(['bad-weather']);
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'reason-not-in-product' }]);
  });

  it('refuses a claim that is decided, of another tenant, or without a role', async () => {
    const { reject } = await referred();
    expect((await reject(['trigger-not-met'], { tenant: 'shop-b' })).status).toBe(404);
    expect((await reject(['trigger-not-met'], { as: { kind: 'person', id: 'x', roles: ['finance'] } })).status).toBe(
      403,
    );
    await reject(['trigger-not-met']);
    expect((await reject(['trigger-not-met'])).body).toMatchObject({
      code: 'claim-state-refuses',
      facts: { status: 'rejected', command: 'reject' },
    });
  });
});
