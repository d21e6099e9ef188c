import { describe, expect, it } from 'vitest';
import { aClaimsWorld, aPhone, approver, balancesOf, claimIdIn, handler, report } from './claims-world.ts';

const referred = async () => {
  const world = await aClaimsWorld();
  const policyId = await aPhone(world);
  const claimId = claimIdIn(await report(world, 'device-protection', policyId));
  await world.bus.untilQuiet();
  const assess = (body: object, as: object = handler(), asked = {}) =>
    world.call('assessClaim', { params: { claimId }, body, as, ...asked });
  return { world, policyId, claimId, assess };
};

describe('assessClaim', () => {
  it('works the amount out step by step, and moves the reserve to it', async () => {
    const { world, policyId, assess } = await referred();
    const answer = await assess({ facts: { repairQuote: 300_000 } });
    expect(answer.status).toBe(201);
    // A tenth of 3 000.00 is borne; 2 700.00 are above 40 % of 4 999.00, which is 1 999.60.
    expect(answer.body).toMatchObject({
      status: 'assessed',
      handling: {
        reserve: { amount: 199_960, currency: 'CNY' },
        facts: { repairQuote: 300_000 },
        assessed: {
          by: 'handler-1',
          trace: [
            { step: 'covered-loss', amount: 300_000 },
            { step: 'deductible', amount: 270_000 },
            { step: 'claim-limit', amount: 199_960 },
          ],
        },
      },
    });
    expect(balancesOf(world, policyId)).toMatchObject({ claims_incurred: 199_960, claim_reserve: -199_960 });
  });

  it('seals the note under the key of the person, and opens it to whom may see it', async () => {
    const { world, claimId, assess } = await referred();
    const note = 'Wang Xiaoming called about the second crack.';
    await assess({ note });
    expect(JSON.stringify([world.engine.items(), world.bus.published(), world.log])).not.toContain('Xiaoming');
    const as = { ...handler(), scopes: ['claims:read', 'claims:personal'] };
    expect((await world.call('getClaim', { params: { claimId }, as })).body).toMatchObject({ note });
  });

  it('refuses an amount above the remaining limit, and points at findings that do not fit', async () => {
    const { assess } = await referred();
    const above = await assess({ amount: 199_961 });
    expect([above.status, above.body]).toMatchObject([
      422,
      { code: 'above-remaining-limit', facts: { amount: 199_961, remaining: 199_960 } },
    ]);
    const odd = await assess({ facts: { shoeSize: 43 }, tier: 'delay-120' });
    expect(odd.body).toMatchObject({
      code: 'findings-invalid',
      errors: [{ pointer: '/facts/shoeSize' }, { pointer: '/tier' }],
    });
  });

  it('is for handlers alone, and a claim of another tenant is none', async () => {
    const { assess } = await referred();
    expect((await assess({}, approver())).status).toBe(403);
    expect((await assess({}, { kind: 'partner', id: 'client-1', roles: ['claims_handler'] })).status).toBe(403);
    expect((await assess({}, handler(), { tenant: 'shop-b' })).status).toBe(404);
  });
});
