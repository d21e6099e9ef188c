import { describe, expect, it } from 'vitest';
import { evolvePolicy, type PolicyEvent } from '../../../domain/policies/evolve.ts';
import type { Policy } from '../../../domain/policies/schema.ts';
import { aPolicyState, policyId } from '../../support/policies.ts';

const claimId = 'clm_01jd8x2k7v5m3q9w4t6y8r0z1b001';
const at = '2026-12-24T08:00:00.000Z';
const about = { policyId, claimId };
const reported: PolicyEvent = {
  type: 'claim.reported',
  data: {
    ...about,
    coverage: 'screen',
    currency: 'CNY',
    holds: [],
    lossAt: at,
    reportedAt: at,
    reporter: 'client-1',
    facts: {},
    hashes: {},
    sealedForm: 'jwe',
  },
};
const folded = (...events: readonly PolicyEvent[]) =>
  events.reduce<Policy>((state, event) => evolvePolicy(state, event), aPolicyState()).claims;

describe('evolveClaims', () => {
  const registered: PolicyEvent = { type: 'claim.registered', data: { ...about, reserve: 80000, currency: 'CNY', at } };

  it('opens a claim when it is reported and reserves for it when it is registered', () => {
    expect(folded(reported, registered)).toEqual([
      { claimId, coverage: 'screen', status: 'registered', approved: 0, reserve: 80000 },
    ]);
  });

  it('consumes the limit by what was approved, and holds no reserve for it any more', () => {
    const approved: PolicyEvent = {
      type: 'claim.approved',
      data: { ...about, amount: 71000, currency: 'CNY', by: 'kim', at },
    };
    expect(folded(reported, registered, approved)).toMatchObject([{ status: 'approved', approved: 71000, reserve: 0 }]);
  });

  it('plans the next look while facts are missing, and forgets it when somebody looks', () => {
    const awaiting: PolicyEvent = {
      type: 'claim.awaiting-facts',
      data: { ...about, reasons: ['parcel-not-known'], lookAt: at },
    };
    const due: PolicyEvent = { type: 'claim.look-due', data: { ...about, at } };
    expect(folded(reported, registered, awaiting)).toMatchObject([{ status: 'awaiting-facts', lookAt: at }]);
    expect(folded(reported, registered, awaiting, due)[0]).not.toHaveProperty('lookAt');
  });

  it('leaves the other claims alone', () => {
    const other: PolicyEvent = {
      type: 'claim.rejected',
      data: { policyId, claimId: 'clm_other', reasons: ['wear'], clauses: ['3.1'], by: 'kim', at },
    };
    expect(folded(reported, registered, other)).toEqual(folded(reported, registered));
  });
});
