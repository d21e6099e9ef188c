import { describe, expect, it } from 'vitest';
import { aClaimsWorld, carrier, claimIdIn, handler, payee, report, shipped, waybill } from './claims-world.ts';

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
});
