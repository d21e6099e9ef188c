import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveInputs } from '../../../domain/quoting/derive-inputs.ts';
import { rate, premiumOf as split } from '../../../domain/quoting/rate.ts';
import { device, deviceOptions, flight, NOW, order, product, quote } from './samples.ts';

const premiumOf = (...arguments_: Parameters<typeof quote>) => {
  const rated = quote(...arguments_);
  return rated.ok ? rated.value.premium : rated;
};

describe('rate return freight', () => {
  // Catalogue 5.1. Commission is 15 % of the price without tax.
  it.each([
    ['neighbour', 'apparel', '0.15', '4.6', { gross: 432, tax: 24, commission: 61 }],
    ['same_province', 'cosmetics', '0.0499', '4.8', { gross: 23, tax: 1, commission: 3 }],
    ['far', 'shoes', '0.05', '5', { gross: 262, tax: 15, commission: 37 }],
  ])(
    'prices %s %s, buyer %s, seller %s as the catalogue works it out',
    (distance, category, buyer, seller, premium) => {
      const answers = { ...order, distance, category, buyerReturnRate: buyer, sellerRating: seller };
      expect(premiumOf('return-freight', answers)).toEqual(premium);
    },
  );

  // A neighbour's apparel costs 1200 x 0.14 / 0.70 = 240 fen, times the relativities of buyer and seller.
  it.each([
    ['0', '4.6', 144],
    ['0.0499', '4.6', 144],
    ['0.05', '4.6', 240],
    ['0.1499', '4.6', 240],
    ['0.15', '4.6', 432],
    ['0.30', '4.6', 672],
    ['0.50', '4.6', 672],
    ['0.05', '4.5999', 300],
    ['0.05', '4.7999', 240],
    ['0.05', '4.80', 204],
  ])('starts a band at its lower bound: buyer %s, seller %s', (buyerReturnRate, sellerRating, gross) => {
    expect(premiumOf('return-freight', { ...order, buyerReturnRate, sellerRating })).toMatchObject({ gross });
  });

  it('charges the minimum of 0.20 and the maximum of 12.00', () => {
    // 800 x 0.02 x 0.60 x 0.85 / 0.70 = 11.66; 2500 x 0.14 x 2.80 x 1.25 / 0.70 = 1750.
    const least = { distance: 'same_province', category: 'food', buyerReturnRate: '0', sellerRating: '5' };
    const most = { distance: 'remote', category: 'apparel', buyerReturnRate: '0.5', sellerRating: '1' };
    expect(quote('return-freight', { ...order, ...least })).toMatchObject({
      value: { premium: { gross: 20 }, worksheet: { rounded: 12, bound: 'minimum' } },
    });
    expect(quote('return-freight', { ...order, ...most })).toMatchObject({
      value: { premium: { gross: 1200 }, worksheet: { rounded: 1750, bound: 'maximum' } },
    });
  });

  it('shows every factor in order, and the one rounding at the end', () => {
    // 800 x 0.04 x 0.60 x 0.85 / 0.70 = 23.314286.
    const answers = {
      ...order,
      distance: 'same_province',
      category: 'cosmetics',
      buyerReturnRate: '0',
      sellerRating: '5',
    };
    expect(quote('return-freight', answers)).toMatchObject({
      value: {
        worksheet: {
          steps: [
            { step: 'benefit', input: 'same_province', factor: '800', running: '800' },
            { step: 'returns', input: 'cosmetics', factor: '0.04', running: '32' },
            { step: 'buyerReturnRate', input: '0', factor: '0.6', running: '19.2' },
            { step: 'sellerRating', input: '5', factor: '0.85', running: '16.32' },
            { step: 'target loss ratio', factor: '0.7', running: '23.314286' },
          ],
          rounded: 23,
        },
      },
    });
  });
});

const daysOld = (days: number) => new Date(Date.parse('2026-11-23') - days * 86_400_000).toISOString().slice(0, 10);

describe('rate device protection', () => {
  // Catalogue 5.2. Commission is 25 % of the price without tax.
  it.each([
    [499_900, 'screen', 0, '10', 'T1', 0, { gross: 13_962, tax: 790, commission: 3_293 }],
    [899_900, 'accidental', 31, '20', 'T2', 1, { gross: 60_489, tax: 3_424, commission: 14_266 }],
    [1_299_900, 'theft', 30, '0', 'T1', 0, { gross: 130_054, tax: 7_362, commission: 30_673 }],
  ])(
    'prices %i fen, %s, %i days old as the catalogue works it out',
    (value, plan, age, deductible, region, repairs, premium) => {
      const answers = {
        ...device,
        deviceValue: value,
        plan,
        purchasedOn: daysOld(age),
        deductible,
        region,
        priorRepairs: repairs,
      };
      expect(premiumOf('device-protection', answers)).toEqual(premium);
    },
  );

  // 10 000.00 x 0.028 = 28 000 fen, times 1.00, 1.12 or 1.30 by age and 0.95, 1.10 or 1.35 by repairs.
  it.each([
    [30, 0, 26_600],
    [31, 0, 29_792],
    [180, 0, 29_792],
    [181, 0, 34_580],
    [365, 0, 34_580],
    [0, 1, 30_800],
    [0, 2, 37_800],
    [0, 20, 37_800],
  ])('turns the band at %i days and %i repairs', (age, priorRepairs, gross) => {
    const answers = { ...device, ...deviceOptions, region: 'T2', deviceValue: 1_000_000 };
    expect(premiumOf('device-protection', { ...answers, purchasedOn: daysOld(age), priorRepairs })).toMatchObject({
      gross,
    });
  });

  it('charges 29.00 at least', () => {
    expect(premiumOf('device-protection', { ...device, ...deviceOptions, deviceValue: 10_000 })).toMatchObject({
      gross: 2_900,
    });
    // 1038.00 x 0.028 x 0.95 x 1.05 = 28.99; 1039.00 gives 29.02.
    expect(quote('device-protection', { ...device, ...deviceOptions, deviceValue: 103_800 })).toMatchObject({
      value: { premium: { gross: 2_900 }, worksheet: { rounded: 2_899, bound: 'minimum' } },
    });
    expect(premiumOf('device-protection', { ...device, ...deviceOptions, deviceValue: 103_900 })).toMatchObject({
      gross: 2_902,
    });
  });

  it('has no rate for a device that is not bought yet', () => {
    expect(quote('device-protection', { ...device, ...deviceOptions, purchasedOn: '2026-11-24' })).toEqual({
      ok: false,
      code: 'no-filed-rate',
      facts: { step: 'ageDays' },
    });
  });

  it('refuses a price outside the filed band', () => {
    const offered = product('device-protection');
    const narrow = { ...offered, filing: { ...offered.filing, maximum: 13_961 } };
    const inputs = deriveInputs(narrow, { ...device, ...deviceOptions }, NOW);
    expect(rate(narrow, inputs)).toMatchObject({ ok: false, code: 'outside-filed-band' });
    expect(rate({ ...narrow, filing: { ...narrow.filing, maximum: 13_962 } }, inputs)).toMatchObject({ ok: true });
  });

  it('asks a whole number of fen, never less for a dearer device, and the same whenever asked', () => {
    const value = fc.integer({ min: 10_000, max: 2_000_000 });
    const plan = fc.constantFrom('screen', 'accidental', 'theft');
    fc.assert(
      fc.property(value, value, plan, (a, b, chosen) => {
        const of = (deviceValue: number, now = NOW) => {
          const rated = quote('device-protection', { ...device, ...deviceOptions, plan: chosen, deviceValue }, now);
          return rated.ok ? rated.value.premium.gross : Number.NaN;
        };
        const [cheap, dear] = [of(Math.min(a, b)), of(Math.max(a, b))];
        expect(Number.isSafeInteger(cheap) && cheap <= dear).toBe(true);
        expect(of(a, '2026-11-23T15:59:59.999Z')).toBe(of(a));
      }),
    );
  });
});

describe('rate flight delay', () => {
  const departure = (month: number, hour: number) =>
    `2027-${String(month).padStart(2, '0')}-10T${String(hour).padStart(2, '0')}:30:00+08:00`;

  // Catalogue 5.3. Commission is 20 % of the price without tax.
  it.each([
    ['A', 10, 6, 'basic', { gross: 1_200, tax: 68, commission: 226 }],
    ['B', 7, 16, 'basic', { gross: 4_374, tax: 248, commission: 825 }],
    ['C', 8, 20, 'plus', { gross: 14_625, tax: 828, commission: 2_759 }],
  ])('prices risk %s in month %i at %i:30, %s, as the catalogue works it out', (risk, month, hour, plan, premium) => {
    const answers = { ...flight, risk, plan, scheduledDeparture: departure(month, hour) };
    expect(premiumOf('flight-delay', answers)).toEqual(premium);
  });

  // Risk A, basic: (0.060 - 0.012) x 100 + 0.012 x 300 + 0.008 x 200 = 10.00; May is 1.00; / 0.60 = 16.67.
  it.each([
    [6, 1_333],
    [9, 1_333],
    [10, 1_667],
    [15, 1_667],
    [16, 1_917],
    [20, 2_083],
    [23, 2_083],
  ])('takes the slot of a departure at %i:30 on the clock of the airport', (hour, gross) => {
    const answers = { ...flight, risk: 'A', plan: 'basic', scheduledDeparture: departure(5, hour) };
    expect(premiumOf('flight-delay', answers)).toMatchObject({ gross });
  });

  it('has no rate for a departure before six', () => {
    expect(quote('flight-delay', { ...flight, plan: 'basic', scheduledDeparture: departure(5, 5) })).toMatchObject({
      code: 'no-filed-rate',
    });
  });

  it('charges 5.00 at least', () => {
    // One tenth of the lightest benefits would be 0.80 x 0.90 / 0.60 = 1.20.
    const offered = product('flight-delay');
    const tables = {
      ...offered.tables,
      pay2h: { basic: '1000' },
      pay4h: { basic: '3000' },
      payCancelled: { basic: '2000' },
    };
    const answers = { ...flight, risk: 'A', plan: 'basic', scheduledDeparture: departure(10, 6) };
    const price = rate({ ...offered, tables }, deriveInputs(offered, answers, NOW));
    expect(price).toMatchObject({ ok: true, value: { gross: 500, rounded: 120, bound: 'minimum' } });
    expect(price.ok && split(offered, price.value)).toEqual({ gross: 500, tax: 28, commission: 94 });
  });
});
