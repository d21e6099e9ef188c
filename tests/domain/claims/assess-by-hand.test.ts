import { describe, expect, it } from 'vitest';
import { assessByHand, type Findings } from '../../../domain/claims/assess-by-hand.ts';
import type { Claim } from '../../../domain/claims/schema.ts';
import { aClaim, aPolicy, entryOf, foldedClaim, termsOf, withClaim } from './policy-samples.ts';

const assess = (claim: Claim, findings: Partial<Findings> & { sealedNote?: string } = {}) => {
  const productId = claim.coverage === 'flight-delay' ? 'flight-delay' : 'device-protection';
  return assessByHand(withClaim(aPolicy(productId), claim), claim, termsOf(productId, claim.coverage), {
    facts: {},
    by: 'handler-1',
    now: '2026-06-10T00:00:00.000Z',
    ...findings,
  });
};
const screen = (repairQuote: number, change: Partial<Claim> = {}) =>
  aClaim('screen', { status: 'in-review', reserve: 108_000, facts: { repairQuote }, ...change });

describe('assessByHand', () => {
  it.each([
    // A tenth of 500.00 is 50.00, but 100.00 at least.
    [50_000, 40_000],
    // A tenth of 1 200.00 is 120.00.
    [120_000, 108_000],
    // A tenth of 5 000.00 is 500.00; 4 500.00, but 40 % of 5 000.00 at most.
    [500_000, 200_000],
    // 100.00 are all borne by the insured.
    [10_000, 0],
  ])('works out a screen of %i as %i', (quote, amount) => {
    const decision = assess(screen(quote));
    expect(decision.ok && decision.value.events).toMatchObject([{ data: { amount, rules: 'device-protection@1' } }]);
    expect(decision.ok && entryOf(decision.value)).toEqual(
      amount === 108_000 ? {} : { claims_incurred: amount - 108_000, claim_reserve: 108_000 - amount },
    );
  });

  it('calculates with what people corrected, and keeps it with the claim', () => {
    const claim = screen(120_000);
    const decision = assess(claim, { facts: { repairQuote: 110_000 }, sealedNote: 'jwe' });
    expect(decision.ok && foldedClaim(claim, decision.value.events)).toMatchObject({
      status: 'assessed',
      facts: { repairQuote: 110_000 },
      assessed: {
        amount: 99_000,
        by: 'handler-1',
        sealedNote: 'jwe',
        trace: [
          { step: 'covered-loss', amount: 110_000 },
          { step: 'deductible', amount: 99_000, detail: '0.10, 10000 to 100000' },
          { step: 'claim-limit', amount: 99_000, detail: '200000' },
        ],
      },
    });
  });

  it('ends the trace with an amount of people’s own, up to what the limit leaves', () => {
    const decision = assess(screen(120_000), { amount: 200_000 });
    expect(decision.ok && decision.value.events[0]?.data.trace.at(-1)).toEqual({
      step: 'set-by-people',
      amount: 200_000,
      detail: '108000',
    });
    expect(assess(screen(120_000), { amount: 200_001 })).toMatchObject({
      code: 'above-remaining-limit',
      facts: { amount: 200_001, remaining: 200_000 },
    });
  });

  it('may be corrected until it is approved', () => {
    expect(assess(screen(120_000, { status: 'assessed' })).ok).toBe(true);
    for (const status of ['registered', 'awaiting-facts', 'approved', 'rejected', 'paid'] as const) {
      expect(assess(screen(120_000, { status }))).toMatchObject({ code: 'claim-state-refuses' });
    }
  });

  it.each([
    ['an answer that nobody asks for', { facts: { shoeSize: 43 } }, '/facts/shoeSize', 'unknown-field'],
    ['an answer out of range', { facts: { repairQuote: 0 } }, '/facts/repairQuote', 'out-of-range'],
    ['a tier of a coverage that has none', { tier: 'delay-120' }, '/tier', 'not-an-option'],
  ])('points at %s', (_what, findings, pointer, code) => {
    expect(assess(screen(120_000), findings)).toMatchObject({
      code: 'findings-invalid',
      problems: [{ pointer, code }],
    });
  });

  it('lets people say which tier a flight reached, and asks for one', () => {
    const flight = aClaim('flight-delay', { status: 'in-review', reserve: 30_000 });
    const amounts = ['none', 'delay-120', 'delay-240', 'cancelled'].map((tier) => {
      const decision = assess(flight, { tier });
      return decision.ok ? decision.value.events[0]?.data.amount : decision.code;
    });
    expect(amounts).toEqual([0, 10_000, 30_000, 20_000]);
    expect(assess(flight)).toMatchObject({ problems: [{ pointer: '/tier', code: 'required' }] });
    expect(assess(flight, { tier: 'delay-121' })).toMatchObject({
      problems: [{ pointer: '/tier', code: 'not-an-option' }],
    });
  });
});
