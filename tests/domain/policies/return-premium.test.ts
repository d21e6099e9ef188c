import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { returnPremium } from '../../../domain/policies/return-premium.ts';
import { addMinutes } from '../../../domain/shared/zone.ts';
import { aPolicyState, product, someTerms } from '../../support/policies.ts';

const device = product('device-protection');
const onRisk = aPolicyState({ status: 'on-risk', premium: 'paid' });
const aClaim = { claimId: 'clm_x', coverage: 'screen', status: 'rejected', approved: 0, reserve: 0 };
const full = { gross: 13962, tax: 790, commission: 3293 };

describe('returnPremium', () => {
  it('returns a device’s premium whole before cover begins', () => {
    expect(returnPremium(onRisk, device, '2026-11-23T15:59:59.999Z')).toEqual({ rule: 'before-cover', refund: full });
  });

  it('returns it whole for fifteen days after the bind, to the last instant', () => {
    expect(returnPremium(onRisk, device, '2026-12-08T07:59:59.999Z')).toEqual({ rule: 'days-from-bind', refund: full });
    expect(returnPremium(onRisk, device, '2026-12-08T08:00:00.000Z')?.rule).toBe('always');
  });

  it('returns 90 % pro rata afterwards', () => {
    // Cancelled on 22 February 2027 local: 90 of 365 days used (24 November to 21 February), 275 unused.
    // 13 962 x 0.90 x 275 / 365 = 9 467.39… -> 94.67; tax 9 467 x 6/106 = 535.87 -> 5.36; commission 3 293 x 275/365 =
    // 2 481.03 -> 24.81.
    const returned = returnPremium(onRisk, device, '2027-02-21T16:00:00.000Z');
    expect(returned).toEqual({ rule: 'always', refund: { gross: 9467, tax: 536, commission: 2481 } });
  });

  it('closes the fifteen days once a claim was made, and everything once one was approved', () => {
    const claimed = { ...onRisk, claims: [aClaim] };
    expect(returnPremium(claimed, device, '2026-11-24T16:00:00.000Z')?.rule).toBe('always');
    const paid = { ...onRisk, claims: [{ ...aClaim, approved: 1 }] };
    expect(returnPremium(paid, device, '2026-11-24T16:00:00.000Z')).toBeUndefined();
  });

  it('returns a return’s premium until the shipment and nothing after (LAW Art 50)', () => {
    const returns = product('return-freight');
    const terms = someTerms({ productId: 'return-freight' });
    const waiting = aPolicyState({ terms, period: {} });
    expect(returnPremium(waiting, returns, '2026-11-24T08:00:00.000Z')?.rule).toBe('before-cover');
    const shipped = aPolicyState({ terms, status: 'on-risk', period: { from: '2026-11-24T01:00:00.000Z' } });
    expect(returnPremium(shipped, returns, '2026-11-24T01:00:00.000Z')).toBeUndefined();
  });

  it('returns a flight’s premium until four hours before departure', () => {
    const flight = product('flight-delay');
    const terms = someTerms({ productId: 'flight-delay', object: { scheduledDeparture: '2026-11-25T18:30:00+08:00' } });
    const policy = aPolicyState({
      terms,
      status: 'on-risk',
      period: { from: terms.boundAt, to: '2026-11-27T16:00:00.000Z' },
    });
    // 18:30 in Shanghai is 10:30 UTC; four hours before is 06:30 UTC.
    expect(returnPremium(policy, flight, '2026-11-25T06:29:59.999Z')?.rule).toBe('minutes-before');
    expect(returnPremium(policy, flight, '2026-11-25T06:30:00.000Z')).toBeUndefined();
  });

  it('has no answer where the moment that a window counts from is missing', () => {
    const flight = product('flight-delay');
    const policy = aPolicyState({ terms: someTerms({ productId: 'flight-delay', object: {} }) });
    expect(() => returnPremium(policy, flight, '2026-11-24T00:00:00.000Z')).toThrow(
      'The cancellation rule needs the input',
    );
  });

  it('returns the whole pro-rata part where the product keeps no share of it', () => {
    // 90 of 365 days used: 13 962 x 275 / 365 = 10 519.3… -> 105.19.
    const plain = { ...device, cancellation: [{ window: 'always', refund: 'pro-rata' }] } as typeof device;
    expect(returnPremium(onRisk, plain, '2027-02-21T16:00:00.000Z')?.refund.gross).toBe(10519);
  });

  it('returns nothing where no window is open', () => {
    expect(returnPremium(onRisk, { ...device, cancellation: [] }, '2026-11-24T16:00:00.000Z')).toBeUndefined();
  });

  it('never returns more than was charged, nor less than nothing, whenever it is asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 24 * 60 - 1 }), (minutes) => {
        const { gross, tax, commission } =
          returnPremium(onRisk, device, addMinutes('2026-11-23T16:00:00.000Z', minutes))?.refund ?? full;
        expect(gross).toBeGreaterThanOrEqual(0);
        expect(gross).toBeLessThanOrEqual(full.gross);
        expect(tax).toBeLessThanOrEqual(full.tax);
        expect(commission).toBeLessThanOrEqual(full.commission);
      }),
    );
  });
});
