import { describe, expect, it } from 'vitest';
import { adjudicate, type DecisionFacts } from '../../../domain/claims/adjudicate.ts';
import { covered } from './samples.ts';

const decide = (productId: string, code: string, facts: Partial<DecisionFacts>) => {
  const { rules, coverage } = covered(productId, code);
  return adjudicate(rules, coverage, { amount: 1_200, score: 0, documents: [], ...facts });
};

describe('adjudicate return freight', () => {
  const signed = { status: 'signed_by_seller', waybillUnique: true };
  const returned = (facts: Partial<DecisionFacts>) =>
    decide('return-freight', 'return-freight', { parcel: signed, ...facts });

  it('pays once the seller has signed for the parcel', () => {
    expect(returned({})).toEqual({ rules: 'return-freight@1', decision: 'approve' });
  });

  it('waits for the signature', () => {
    const parcel = { status: 'in_transit', waybillUnique: true };
    expect(returned({ parcel })).toMatchObject({ decision: 'await', reasons: ['not-signed_by_seller'] });
    expect(decide('return-freight', 'return-freight', {})).toMatchObject({ decision: 'await' });
  });

  it('pays at a score of 59 and asks people at 60', () => {
    expect(returned({ score: 59 })).toMatchObject({ decision: 'approve' });
    expect(returned({ score: 60 })).toMatchObject({ decision: 'refer', reasons: ['fraud-score'] });
  });

  it('asks people about a waybill that was claimed before, and gives all reasons at once', () => {
    expect(returned({ parcel: { ...signed, waybillUnique: false }, score: 100 })).toMatchObject({
      decision: 'refer',
      reasons: ['fraud-score', 'waybill-claimed-before'],
    });
  });
});

describe('adjudicate flight delay', () => {
  const flown = (facts: Partial<DecisionFacts>) => decide('flight-delay', 'flight-delay', { amount: 10_000, ...facts });

  it('pays what two sources established', () => {
    expect(flown({ flight: { outcome: 'established', tier: 'delay-120' } })).toMatchObject({ decision: 'approve' });
  });

  it('rejects a flight that was not late enough, and names the clause', () => {
    expect(flown({ flight: { outcome: 'established', tier: 'none' }, amount: 0 })).toEqual({
      rules: 'flight-delay@1',
      decision: 'reject',
      reasons: ['nothing-payable'],
      clauses: ['3'],
    });
  });

  it('asks people when sources differ', () => {
    const flight = { outcome: 'conflict', tiers: ['none', 'delay-120'] } as const;
    expect(flown({ flight, amount: 0 })).toMatchObject({ decision: 'refer', reasons: ['sources-differ'] });
  });

  it('waits for sources, and says when to look again if it knows', () => {
    const lookAt = '2026-11-11T18:00:00.000Z';
    expect(flown({ flight: { outcome: 'open', lookAt } })).toMatchObject({ decision: 'await', lookAt });
    expect(flown({ flight: { outcome: 'open' } })).not.toHaveProperty('lookAt');
    expect(flown({})).toMatchObject({ decision: 'await', reasons: ['sources-missing'] });
  });
});

describe('adjudicate device protection', () => {
  const documents = ['photos', 'repair-quote', 'imei-photo'];
  const repair = { quote: 120_000, priceList: 100_000, imagesMatch: true };
  const broken = (facts: Partial<DecisionFacts>) =>
    decide('device-protection', 'screen', { amount: 108_000, documents, repair, ...facts });

  it('pays a screen at 1.2 times the price list, and asks people one fen above', () => {
    expect(broken({})).toMatchObject({ decision: 'approve' });
    expect(broken({ repair: { ...repair, quote: 120_001 } })).toMatchObject({ reasons: ['quote-above-price-list'] });
  });

  it('pays 2 000.00 itself, and asks people above', () => {
    expect(broken({ amount: 200_000 })).toMatchObject({ decision: 'approve' });
    expect(broken({ amount: 200_001 })).toMatchObject({ decision: 'refer', reasons: ['above-auto-limit'] });
  });

  it('asks people from a score of 50 on', () => {
    expect([49, 50].map((score) => broken({ score }).decision)).toEqual(['approve', 'refer']);
  });

  it('asks people when it cannot know: no price list, or pictures that do not match', () => {
    expect(broken({ repair: { quote: 1 } })).toMatchObject({ reasons: ['price-list-unknown'] });
    expect(broken({ repair: { quote: 1, priceList: 1 } })).toMatchObject({ reasons: ['images-do-not-match'] });
  });

  it('names every document that is missing, once', () => {
    expect(broken({ documents: ['photos'] })).toMatchObject({
      reasons: ['document-missing:repair-quote', 'document-missing:imei-photo'],
    });
  });

  it('rejects a loss below the deductible, and names the clause', () => {
    expect(broken({ amount: 0 })).toMatchObject({ decision: 'reject', clauses: ['3.1'] });
  });

  it.each(['accidental', 'theft'])('leaves %s to people, always', (code) => {
    const all = [...documents, 'police-report'];
    expect(decide('device-protection', code, { documents: all, repair })).toMatchObject({
      decision: 'refer',
      reasons: ['decided-by-people'],
    });
  });
});
