import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../../domain/claims/schema.ts';
import { claimFile, claimView } from '../../../../domain/claims/view/claim-view.ts';
import { policyId } from '../../../support/policies.ts';

const claim: Claim = {
  ...{ claimId: `clm_${policyId.slice(4)}001`, policyId, coverage: 'screen', currency: 'CNY', status: 'in-review' },
  ...{ lossAt: '2026-12-20T08:00:00.000Z', reportedAt: '2026-12-23T08:00:00.000Z', reporter: 'client-1' },
  ...{ facts: { repairQuote: 120_000 }, hashes: {}, holds: [], sealedForm: 'jwe', reserve: 108_000 },
  ...{ score: 80, reasons: ['fraud-score'] },
};

describe('a claim as partners see it', () => {
  it('does not tell why people were asked, for that would teach how to avoid it', () => {
    const text = JSON.stringify(claimView(claim));
    for (const hidden of ['fraud-score', '80', 'reserve', 'jwe']) expect(text).not.toContain(hidden);
  });

  it('tells why it was rejected and what it waits for, and what was approved and paid', () => {
    expect(claimView({ ...claim, status: 'rejected', clauses: ['4.2'] })).toMatchObject({
      reasons: ['fraud-score'],
      clauses: ['4.2'],
    });
    expect(claimView({ ...claim, status: 'awaiting-facts' }).reasons).toEqual(['fraud-score']);
    const money = { amount: 90_000, currency: 'CNY' };
    expect(claimView({ ...claim, status: 'paid', approved: 90_000, paid: 90_000 })).toMatchObject({
      approved: money,
      paid: money,
    });
  });
});

describe('a claim as the people see it who handle it', () => {
  it('tells the reserve, the score and why they were asked, and leaves the form sealed', () => {
    expect(claimFile(claim).handling).toMatchObject({
      reserve: { amount: 108_000, currency: 'CNY' },
      score: 80,
      referredFor: ['fraud-score'],
    });
    expect(JSON.stringify(claimFile(claim))).not.toContain('jwe');
  });

  it('tells who found what, by which rules', () => {
    const assessed = { amount: 90_000, by: 'handler-1', rules: 'device-protection@1', trace: [] };
    const { handling } = claimFile({ ...claim, status: 'approved', assessed, decidedBy: 'approver-1' });
    expect(handling.assessed).toEqual({ ...assessed, amount: { amount: 90_000, currency: 'CNY' } });
    expect(handling.decidedBy).toBe('approver-1');
  });
});
