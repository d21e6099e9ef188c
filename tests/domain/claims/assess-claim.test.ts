import { describe, expect, it } from 'vitest';
import { assessClaim } from '../../../domain/claims/assess-claim.ts';
import type { InsuredFacts } from '../../../domain/claims/facts.ts';
import type { FlightTier } from '../../../domain/claims/flight-outcome.ts';
import { covered, insuredPhone, lossOf } from './samples.ts';

const phoneClaim = (code: string, answers = {}, policy: Partial<InsuredFacts> = {}, inputs = {}) => {
  const { product, coverage } = covered('device-protection', code);
  return assessClaim(
    product,
    coverage,
    insuredPhone(policy, inputs),
    lossOf(code, '2026-06-14T15:59:59.999Z', answers),
  );
};

describe('assessClaim for return freight', () => {
  it.each([
    ['same_province', 800],
    ['neighbour', 1_200],
    ['far', 1_800],
    ['remote', 2_500],
  ])('pays the agreed amount for %s', (distance, amount) => {
    const { product, coverage } = covered('return-freight', 'return-freight');
    const policy = { inputs: { distance }, claimsUsed: 0, amountUsed: 0 };
    const loss = lossOf('return-freight', '2026-11-10T00:00:00.000Z');
    expect(assessClaim(product, coverage, policy, loss)).toEqual({
      amount,
      trace: [{ step: 'agreed-benefit', amount }],
    });
  });
});

describe('assessClaim for a flight', () => {
  const { product, coverage } = covered('flight-delay', 'flight-delay');
  const paid = (plan: string, tier?: FlightTier) => {
    const loss = { ...lossOf('flight-delay', '2026-11-10T00:00:00.000Z'), ...(tier && { tier }) };
    return assessClaim(product, coverage, { inputs: { plan }, claimsUsed: 0, amountUsed: 0 }, loss).amount;
  };

  it('pays the tier that was reached, alone', () => {
    const tiers: FlightTier[] = ['none', 'delay-120', 'delay-240', 'cancelled'];
    expect(tiers.map((tier) => paid('basic', tier))).toEqual([0, 10_000, 30_000, 20_000]);
    expect(tiers.map((tier) => paid('plus', tier))).toEqual([0, 20_000, 60_000, 40_000]);
  });

  it('comes to nothing while no tier is established, and knows no tier that the product lacks', () => {
    expect(paid('basic')).toBe(0);
    expect(() => paid('basic', 'delay-180')).toThrow('lacks');
  });
});

describe('assessClaim for a device', () => {
  it('pays a screen less 10 %, at least 100.00, up to 40 % of the value', () => {
    // 800.00 - 100.00; 1 500.00 - 150.00; 2 500.00 - 250.00 is above 5 000.00 x 0.40 = 2 000.00.
    const quotes = [10_000, 80_000, 150_000, 250_000];
    expect(quotes.map((repairQuote) => phoneClaim('screen', { repairQuote }).amount)).toEqual([
      0, 70_000, 135_000, 200_000,
    ]);
  });

  it('deducts nothing if no deductible was bought', () => {
    expect(phoneClaim('screen', { repairQuote: 80_000 }, {}, { deductible: '0' }).amount).toBe(80_000);
  });

  it('deducts 1 000.00 at most', () => {
    // 20 % of 5 000.00 would be exactly 1 000.00; of 6 000.00 it is held there.
    const answers = { repairQuote: 600_000, totalLoss: false };
    const dear = { deviceValue: 1_000_000, deductible: '20' };
    expect(phoneClaim('accidental', answers, {}, dear).amount).toBe(500_000);
  });

  it('values a stolen phone by the months begun since it was bought', () => {
    // 15 January to 14 June 23:59 in Shanghai: five months begun, 90 % of 5 000.00 is 4 500.00, less 10 %.
    expect(phoneClaim('theft')).toEqual({
      amount: 405_000,
      trace: [
        { step: 'covered-loss', amount: 500_000 },
        { step: 'depreciation', amount: 450_000, detail: '5 months at 0.02, floor 0.30' },
        { step: 'deductible', amount: 405_000, detail: '0.10, 10000 to 100000' },
      ],
    });
  });

  it('repairs without depreciation, but for a term never pays more than the phone is worth', () => {
    const repair = { repairQuote: 300_000, totalLoss: false };
    expect(phoneClaim('accidental', repair).amount).toBe(270_000);
    // 4 500.00 is its worth, of which 2 700.00 was paid: 1 800.00 is left.
    expect(phoneClaim('accidental', repair, { amountUsed: 270_000 }).amount).toBe(180_000);
    expect(phoneClaim('accidental', repair, { amountUsed: 450_000 }).amount).toBe(0);
  });

  it('depreciates a phone that is beyond repair, whatever the quote', () => {
    expect(phoneClaim('accidental', { repairQuote: 900_000, totalLoss: true }).amount).toBe(405_000);
  });

  it('never counts more as the loss than the value insured', () => {
    const [first] = phoneClaim('screen', { repairQuote: 900_000 }).trace;
    expect(first).toEqual({ step: 'covered-loss', amount: 500_000 });
  });
});
