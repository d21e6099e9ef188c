import { describe, expect, it } from 'vitest';
import { describeCover } from '../../../domain/quoting/describe-cover.ts';
import { device, product } from './samples.ts';

const cover = (plan: string, deductible: string) =>
  describeCover(product('device-protection'), { ...device, plan, deductible });

describe('describeCover', () => {
  it('shows the agreed amount for the distance', () => {
    expect(describeCover(product('return-freight'), { distance: 'remote' })).toMatchObject([
      { code: 'return-freight', benefits: [{ code: 'agreed', amount: 2_500 }], claimsPerTerm: 1 },
    ]);
  });

  it('shows every tier of a flight', () => {
    const [shown] = describeCover(product('flight-delay'), { plan: 'plus' });
    expect(shown?.benefits).toEqual([
      { code: 'delay-120', amount: 20_000 },
      { code: 'delay-240', amount: 60_000 },
      { code: 'cancelled', amount: 40_000 },
    ]);
  });

  it('shows only what the plan includes', () => {
    const plans = ['screen', 'accidental', 'theft'].map((plan) => cover(plan, '10').map(({ code }) => code));
    expect(plans).toEqual([['screen'], ['screen', 'accidental'], ['screen', 'accidental', 'theft']]);
  });

  it('limits a screen to 40 % of the value and an accident to the value', () => {
    // 4999.00 x 0.40 = 1999.60.
    expect(cover('accidental', '10').map(({ benefits }) => benefits[0]?.amount)).toEqual([199_960, 499_900]);
  });

  it('shows the chosen deductible with its limits, and none for zero', () => {
    expect(cover('screen', '20')).toMatchObject([{ deductible: { rate: '0.20', min: 10_000, max: 100_000 } }]);
    expect(cover('screen', '0')[0]).not.toHaveProperty('deductible');
  });
});
