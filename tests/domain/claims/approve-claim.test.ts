import { describe, expect, it } from 'vitest';
import { approveClaim } from '../../../domain/claims/approve-claim.ts';
import type { Claim } from '../../../domain/claims/schema.ts';
import type { Policy } from '../../../domain/policies/schema.ts';
import { aClaim, aPolicy, applied, deciding, entryOf, termsOf, withClaim } from './policy-samples.ts';

const now = '2026-06-10T00:00:00.000Z';
const assessedAt = (amount: number, change: Partial<Claim> = {}): Claim =>
  aClaim('screen', {
    status: 'assessed',
    reserve: amount,
    assessed: { amount, by: 'handler-1', rules: 'device-protection@1', trace: [] },
    facts: { repairQuote: 120_000 },
    ...change,
  });

type Approver = { by?: string; roles?: string[]; amount?: number; policy?: Policy };
const approve = (claim: Claim, { by = 'approver-1', roles = ['claims_approver'], ...asked }: Approver = {}) => {
  const policy = asked.policy ?? aPolicy('device-protection');
  const amount = asked.amount ?? claim.assessed?.amount ?? 0;
  const request = { ...deciding(now, by), roles, amount };
  return approveClaim(withClaim(policy, claim), claim, termsOf('device-protection', claim.coverage), request);
};

describe('approveClaim', () => {
  it('consumes the limit, turns the reserve into a debt and asks for the payout at once', () => {
    const claim = assessedAt(108_000);
    const decision = approve(claim);
    expect(decision.ok).toBe(true);
    if (!decision.ok) return;
    expect(decision.value.events).toMatchObject([
      { type: 'claim.approved', data: { amount: 108_000, by: 'approver-1', at: now } },
      {
        type: 'disbursement.requested',
        data: { kind: 'payout', amount: 108_000, checkAt: '2026-06-10T00:10:00.000Z' },
      },
    ]);
    expect(entryOf(decision.value)).toEqual({ claim_reserve: 108_000, claims_payable: -108_000 });
    const after = applied(withClaim(aPolicy('device-protection'), claim), decision.value);
    expect(after.claims).toMatchObject([{ status: 'approved', approved: 108_000, reserve: 0 }]);
    expect(after.status).toBe('on-risk');
  });

  it('is never done by the person who assessed', () => {
    expect(approve(assessedAt(108_000), { by: 'handler-1' })).toMatchObject({ code: 'own-assessment' });
  });

  it('stays within the authority of the role: 5 000.00 and not a fen more', () => {
    const terms = {
      ...aPolicy('device-protection').terms,
      object: { ...aPolicy('device-protection').terms.object, deviceValue: 2_000_000 },
    };
    const policy = aPolicy('device-protection', { terms });
    expect(approve(assessedAt(500_000), { policy }).ok).toBe(true);
    expect(approve(assessedAt(500_001), { policy })).toMatchObject({
      code: 'above-authority',
      facts: { amount: 500_001, most: 500_000 },
    });
    expect(approve(assessedAt(500_001), { policy, roles: ['claims_director'] }).ok).toBe(true);
  });

  it('stays within 40 % of the value for a screen: 2 000.00 of 5 000.00', () => {
    expect(approve(assessedAt(200_000)).ok).toBe(true);
    expect(approve(assessedAt(200_001))).toMatchObject({
      code: 'above-remaining-limit',
      facts: { amount: 200_001, remaining: 200_000 },
    });
  });

  it('refuses a claim whose limit another one has consumed since', () => {
    const other = aClaim('screen', { claimId: 'clm_01jd8x2k7v5m3q9w4t6y8r0z1b009', status: 'approved', approved: 1 });
    const policy = withClaim(aPolicy('device-protection'), other);
    expect(approve(assessedAt(108_000), { policy })).toMatchObject({
      code: 'claims-used-up',
      facts: { clauses: ['3.1'] },
    });
  });

  it('refuses a loss that the period does not cover any more', () => {
    const period = { from: '2026-01-31T16:00:00.000Z', to: '2026-06-01T00:00:00.000Z' };
    const policy = aPolicy('device-protection', { period });
    expect(approve(assessedAt(108_000), { policy })).toMatchObject({ code: 'not-in-force' });
  });

  it('approves the amount that stands, and not one that the approver has not seen', () => {
    expect(approve(assessedAt(108_000), { amount: 107_999 })).toMatchObject({
      code: 'assessment-changed',
      facts: { assessed: 108_000 },
    });
    expect(approve(assessedAt(0))).toMatchObject({ code: 'nothing-to-approve' });
  });

  it('refuses a claim that nobody has assessed, or that is decided', () => {
    for (const status of ['registered', 'in-review', 'approved', 'rejected', 'paid'] as const) {
      expect(approve(assessedAt(108_000, { status }))).toMatchObject({
        code: 'claim-state-refuses',
        facts: { status },
      });
    }
  });

  it('ends the policy with a theft, and does not end again one that has expired', () => {
    const theft = assessedAt(405_000, { coverage: 'theft' });
    const ended = approve(theft);
    expect(ended.ok && ended.value.events.at(-1)?.type).toBe('policy.expired');
    expect(ended.ok && ended.value.releases).toEqual(['hash-of-object']);
    const expired = approve(theft, { policy: aPolicy('device-protection', { status: 'expired', balances: {} }) });
    expect(expired.ok && expired.value.events.map(({ type }) => type)).toEqual([
      'claim.approved',
      'disbursement.requested',
    ]);
    expect(expired.ok && expired.value.releases).toEqual([]);
  });
});
