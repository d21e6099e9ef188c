import { describe, expect, it } from 'vitest';
import type { ClaimEvent } from '../../../domain/claims/events.ts';
import { evolveClaim } from '../../../domain/claims/evolve.ts';
import { Claim } from '../../../domain/claims/schema.ts';
import { aClaim, claimId, policyId } from './policy-samples.ts';

const at = '2026-06-02T00:00:00.000Z';
const about = { policyId, claimId };
const reported: ClaimEvent = {
  type: 'claim.reported',
  data: {
    ...about,
    coverage: 'screen',
    currency: 'CNY',
    lossAt: '2026-06-01T00:00:00.000Z',
    reportedAt: at,
    reporter: 'client-1',
    facts: { repairQuote: 120_000 },
    hashes: { waybillNumber: 'h1' },
    holds: ['h2'],
    sealedForm: 'jwe',
  },
};
const assessed: ClaimEvent = {
  type: 'claim.assessed',
  data: { ...about, amount: 90_000, trace: [{ step: 'covered-loss', amount: 90_000 }], by: 'p1', rules: 'x@1', at },
};

describe('evolveClaim', () => {
  it('tells a whole claim that its own schema accepts', () => {
    const events: ClaimEvent[] = [
      reported,
      { type: 'claim.registered', data: { ...about, reserve: 108_000, currency: 'CNY', at } },
      { type: 'claim.referred', data: { ...about, reasons: ['fraud-score'], score: 60, at } },
      assessed,
      { type: 'claim.approved', data: { ...about, amount: 90_000, currency: 'CNY', by: 'p2', at } },
      { type: 'claim.paid', data: { ...about, amount: 90_000, at } },
    ];
    const claim = events.reduce<Claim | undefined>(evolveClaim, undefined);
    expect(Claim.parse(claim)).toMatchObject({
      status: 'paid',
      reserve: 0,
      approved: 90_000,
      paid: 90_000,
      score: 60,
      decidedBy: 'p2',
      decidedAt: at,
      assessed: { by: 'p1', amount: 90_000 },
    });
  });

  it('moves the reserve to the assessment, and keeps what people corrected and noted', () => {
    const before = aClaim('screen', { reserve: 108_000, facts: { repairQuote: 120_000, model: 'A' } });
    const data = { ...assessed.data, established: { repairQuote: 100_000 }, sealedNote: 'jwe' };
    expect(evolveClaim(before, { ...assessed, data } as ClaimEvent)).toMatchObject({
      status: 'assessed',
      reserve: 90_000,
      facts: { repairQuote: 100_000, model: 'A' },
      assessed: { sealedNote: 'jwe' },
    });
  });

  it('waits for facts with its reasons, and is registered again when they are looked for', () => {
    const lookAt = '2026-06-02T00:30:00.000Z';
    const waits = evolveClaim(aClaim('screen'), {
      type: 'claim.awaiting-facts',
      data: { ...about, reasons: ['sources-missing'], lookAt },
    });
    expect(waits).toMatchObject({ status: 'awaiting-facts', reasons: ['sources-missing'] });
    const looked = evolveClaim(waits, { type: 'claim.look-due', data: { ...about, at: lookAt } });
    expect(looked.status).toBe('registered');
  });

  it('keeps the clauses of a rejection and frees its reserve', () => {
    const data = { ...about, reasons: ['wear'], clauses: ['wear'], by: 'p1', at };
    expect(evolveClaim(aClaim('screen', { reserve: 5 }), { type: 'claim.rejected', data })).toMatchObject({
      status: 'rejected',
      reserve: 0,
      reasons: ['wear'],
      clauses: ['wear'],
      decidedAt: at,
    });
  });

  it('throws at anything that comes before the report', () => {
    expect(() => evolveClaim(undefined, assessed)).toThrow('never reported');
  });
});
