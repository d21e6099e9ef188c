import { describe, expect, it } from 'vitest';
import { aClaimsWorld, aPhone, approver, balancesOf, claimIdIn, handler, report } from './claims-world.ts';

const assessed = async (risk = {}, repairQuote = 300_000) => {
  const world = await aClaimsWorld();
  const policyId = await aPhone(world, risk);
  const claimId = claimIdIn(await report(world, 'device-protection', policyId, { form: { repairQuote } }));
  await world.bus.untilQuiet();
  await world.call('assessClaim', { params: { claimId }, body: {}, as: handler() });
  const approve = (amount: number, as: object = approver(), asked = {}) =>
    world.call('approveClaim', { params: { claimId }, body: { amount }, as, ...asked });
  return { world, policyId, claimId, approve };
};

describe('approveClaim', () => {
  it('takes two people: one assessed 1 999.60, the other approves and the payout is asked for', async () => {
    const { world, policyId, claimId, approve } = await assessed();
    const answer = await approve(199_960);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      status: 'approved',
      approved: { amount: 199_960, currency: 'CNY' },
      handling: { assessed: { by: 'handler-1' }, decidedBy: 'approver-1', reserve: { amount: 0 } },
    });
    expect(world.bus.published('disbursement.requested')).toMatchObject([
      { data: { kind: 'payout', claimId, amount: 199_960 } },
    ]);
    expect(balancesOf(world, policyId)).toMatchObject({ claims_incurred: 199_960, claims_payable: -199_960 });
    expect(world.log.at(-1)).toMatchObject({ operation: 'approveClaim', outcome: 'ok' });
  });

  it('refuses the person who assessed, even one who may approve too', async () => {
    const { approve } = await assessed();
    const both = { kind: 'person', id: 'handler-1', roles: ['claims_handler', 'claims_approver'] };
    const answer = await approve(199_960, both);
    expect([answer.status, answer.body]).toMatchObject([403, { code: 'own-assessment' }]);
    expect((await approve(199_960)).status).toBe(201);
  });

  it('refuses above the authority of the role, and lets a director approve', async () => {
    // A tenth of 6 500.00 is borne; 40 % of 12 999.00 is 5 199.60.
    const { approve } = await assessed({ deviceValue: 1_299_900 }, 650_000);
    const answer = await approve(519_960);
    expect([answer.status, answer.body]).toMatchObject([
      403,
      { code: 'above-authority', facts: { amount: 519_960, most: 500_000 } },
    ]);
    expect((await approve(519_960, { ...approver('director-1'), roles: ['claims_director'] })).status).toBe(201);
  });

  it('refuses an amount that is not the assessed one', async () => {
    const { approve } = await assessed();
    expect((await approve(100_000)).body).toMatchObject({ code: 'assessment-changed', facts: { assessed: 199_960 } });
  });

  it('pays once when two approvers press the button at once', async () => {
    const { world, approve } = await assessed();
    const answers = await Promise.all([approve(199_960), approve(199_960, approver('approver-2'))]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(world.bus.published('disbursement.requested')).toHaveLength(1);
  });

  it('answers a retry byte for byte', async () => {
    const { world, approve } = await assessed();
    const first = await approve(199_960, approver(), { key: 'approval-1' });
    const again = await approve(199_960, approver(), { key: 'approval-1' });
    expect(again.text).toBe(first.text);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(world.bus.published('claim.approved')).toHaveLength(1);
  });

  it('is for approvers alone, and a claim of another tenant is none', async () => {
    const { approve } = await assessed();
    expect((await approve(199_960, handler('handler-2'))).status).toBe(403);
    expect((await approve(199_960, approver(), { tenant: 'shop-b' })).status).toBe(404);
  });
});
