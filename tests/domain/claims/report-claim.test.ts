import { describe, expect, it } from 'vitest';
import { claimIdOf, claimsMax, policyIdOf, reportClaim } from '../../../domain/claims/report-claim.ts';
import type { Policy } from '../../../domain/policies/schema.ts';
import type { Inputs } from '../../../domain/shared/form/schema.ts';
import { aClaim, aPolicy, applied, claimId, entryOf, policyId, termsOf, withClaim } from './policy-samples.ts';

const now = '2026-06-02T00:00:00.000Z';
const free = { now, claimable: true, begun: [], holders: [] };

const report = (
  policy: Policy,
  coverage: string,
  answers: Inputs,
  given: Partial<Omit<typeof free, 'holders'> & { readonly holders: readonly string[] }> = {},
) =>
  reportClaim(
    policy,
    termsOf(policy.terms.productId, coverage),
    {
      coverage,
      lossAt: '2026-06-01T00:00:00.000Z',
      answers,
      facts: answers,
      hashes: {},
      holds: ['hash-of-waybill'],
      sealedForm: 'jwe',
      reporter: 'client-1',
    },
    { ...free, ...given },
  );

const reserveOf = (decision: ReturnType<typeof report>): number => {
  if (!decision.ok) throw new Error(`Refused: ${decision.code}`);
  const registered = decision.value.events.find(({ type }) => type === 'claim.registered');
  return registered?.type === 'claim.registered' ? registered.data.reserve : -1;
};

describe('reportClaim', () => {
  it('reports and registers in one decision, holds the waybill and posts the reserve', () => {
    const decision = report(aPolicy('return-freight'), 'return-freight', { returnKind: 'return' });
    expect(decision).toMatchObject({ ok: true, value: { holds: ['hash-of-waybill'] } });
    if (!decision.ok) return;
    const { events } = decision.value;
    expect(events.map(({ type }) => type)).toEqual(['claim.reported', 'claim.registered']);
    expect(JSON.stringify(events)).not.toContain('"answers"');
    expect(entryOf(decision.value)).toEqual({ claims_incurred: 1_200, claim_reserve: -1_200 });
    expect(applied(aPolicy('return-freight'), decision.value).claims).toEqual([
      { claimId, coverage: 'return-freight', status: 'registered', approved: 0, reserve: 1_200 },
    ]);
  });

  it('sets aside the agreed benefit, the highest tier, or the loss by its terms', () => {
    expect(reserveOf(report(aPolicy('return-freight'), 'return-freight', {}))).toBe(1_200);
    expect(reserveOf(report(aPolicy('flight-delay'), 'flight-delay', {}))).toBe(30_000);
    // 1 200.00 less 10 %, which is 120.00.
    expect(reserveOf(report(aPolicy('device-protection'), 'screen', { repairQuote: 120_000 }))).toBe(108_000);
    // 5 000.00 five months old: 2 % for each, 4 500.00; less 10 %, which is 450.00.
    expect(reserveOf(report(aPolicy('device-protection'), 'theft', {}))).toBe(405_000);
  });

  it('begins the cover of a policy whose wake-up has not come yet', () => {
    const begun = [{ type: 'policy.on-risk' as const, data: { policyId, at: now } }];
    const decision = reportClaim(
      aPolicy('return-freight', { status: 'pending' }),
      termsOf('return-freight', 'return-freight'),
      {
        ...{ coverage: 'return-freight', lossAt: '2026-06-01T00:00:00.000Z', answers: {}, facts: {}, hashes: {} },
        ...{ holds: [], sealedForm: 'jwe', reporter: 'client-1' },
      },
      { ...free, begun },
    );
    expect(decision.ok && decision.value.events[0]?.type).toBe('policy.on-risk');
  });

  it('refuses in this order: the state, the cover, the limits, the waybill', () => {
    const codes = (policy: Policy, coverage: string, answers: Inputs, given: object) => {
      const decision = report(policy, coverage, answers, given);
      return decision.ok ? 'accepted' : decision.code;
    };
    const policy = aPolicy('return-freight');
    const open = withClaim(policy, aClaim('return-freight'));
    const taken = { holders: ['pol_other'] };
    expect(codes(open, 'return-freight', { returnKind: 'refused' }, { ...taken, claimable: false })).toBe(
      'policy-state-refuses',
    );
    expect(codes(open, 'return-freight', { returnKind: 'refused' }, taken)).toBe('excluded');
    expect(codes(open, 'return-freight', {}, taken)).toBe('claim-already-open');
    expect(codes(policy, 'return-freight', {}, taken)).toBe('waybill-already-used');
  });

  it('names the open claim when only its waybill is seen to be held yet', () => {
    const refused = (policy: Policy) => report(policy, 'return-freight', {}, { holders: [policyId] });
    expect(refused(aPolicy('return-freight'))).toMatchObject({ code: 'claim-already-open', facts: { claimId } });
    const rejected = withClaim(aPolicy('return-freight'), aClaim('return-freight', { status: 'rejected' }));
    expect(refused(rejected)).toMatchObject({
      code: 'claim-already-open',
      facts: { claimId: claimIdOf(policyId, 2) },
    });
  });

  it('takes a new claim once the first was rejected, and none once it was approved', () => {
    const next = (change: object) =>
      report(withClaim(aPolicy('return-freight'), aClaim('return-freight', change)), 'return-freight', {});
    expect(next({ status: 'rejected' })).toMatchObject({ ok: true });
    expect(next({ status: 'paid', approved: 1_200 })).toMatchObject({
      code: 'claims-used-up',
      facts: { clauses: ['3'] },
    });
  });

  it('refuses whatever else was insured once a claim has ended the cover', () => {
    const stolen = withClaim(aPolicy('device-protection'), aClaim('theft', { status: 'approved', approved: 405_000 }));
    expect(report(stolen, 'accidental', { repairQuote: 50_000, totalLoss: false })).toMatchObject({
      code: 'claims-used-up',
      facts: { clauses: ['3.3'] },
    });
  });

  it('takes accidents until the depreciated value is used up to the last fen', () => {
    // Five started months on 1 June: 4 500.00.
    const used = (approved: number) =>
      report(
        withClaim(aPolicy('device-protection'), aClaim('accidental', { status: 'paid', approved })),
        'accidental',
        {
          repairQuote: 50_000,
          totalLoss: false,
        },
      );
    expect(reserveOf(used(449_999))).toBe(1);
    expect(used(450_000)).toMatchObject({ code: 'limit-used-up', facts: { clauses: ['3.2'] } });
  });

  it('takes no more claims than a policy has room for', () => {
    const many = (count: number): Policy => ({
      ...aPolicy('device-protection'),
      claims: Array.from({ length: count }, (_, at) => ({
        ...{ claimId: claimIdOf(policyId, at + 1), coverage: 'accidental', status: 'rejected' },
        ...{ approved: 0, reserve: 0 },
      })),
    });
    const answers = { repairQuote: 50_000, totalLoss: false };
    expect(report(many(claimsMax - 1), 'accidental', answers).ok).toBe(true);
    expect(report(many(claimsMax), 'accidental', answers)).toMatchObject({ code: 'too-many-claims' });
  });
});

describe('claimIdOf', () => {
  it('leads from a policy to its claims and back', () => {
    expect(claimIdOf(policyId, 7)).toBe('clm_01jd8x2k7v5m3q9w4t6y8r0z1b007');
    expect(policyIdOf('clm_01jd8x2k7v5m3q9w4t6y8r0z1b007')).toBe(policyId);
  });
});
