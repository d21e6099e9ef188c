import { describe, expect, it } from 'vitest';
import { fraudFacts, signedOutside } from '../../../domain/claims/evidence.ts';
import { aClaim, aPolicy, nothingKnown, withClaim } from './policy-samples.ts';

const facts = (lossAt: string, change = {}) => {
  const claim = aClaim('screen', { lossAt });
  return fraudFacts(withClaim(aPolicy('device-protection'), claim), claim, { ...nothingKnown, ...change });
};

describe('fraudFacts', () => {
  it('counts whole hours of cover before the loss', () => {
    expect(facts('2026-02-01T15:59:59.999Z')).toMatchObject({ hoursCovered: 23, claimsOnPolicy: 1 });
    expect(facts('2026-02-01T16:00:00.000Z')).toMatchObject({ hoursCovered: 24 });
  });

  it('counts another policy on the same object, and another claim on the same waybill', () => {
    expect(facts('2026-06-01T00:00:00.000Z')).toMatchObject({ imeiPolicies: 1, waybillClaims: 0 });
    expect(facts('2026-06-01T00:00:00.000Z', { insuredAgain: true, waybillTaken: true })).toMatchObject({
      imeiPolicies: 2,
      passengerFlightPolicies: 2,
      waybillClaims: 1,
    });
  });
});

describe('signedOutside', () => {
  const term = {
    from: '2026-02-01T00:00:00.000Z',
    to: '2026-03-01T00:00:00.000Z',
    inputs: {},
    claimsUsed: 0,
    amountUsed: 0,
  };
  const at = (signedAt?: string) =>
    signedOutside({ ...nothingKnown, parcel: { status: 'signed_by_seller', ...(signedAt && { signedAt }) } }, term);

  it('accepts the first instant of the term, and not its end', () => {
    const instants = [
      '2026-01-31T23:59:59.999Z',
      '2026-02-01T00:00:00.000Z',
      '2026-02-28T23:59:59.999Z',
      '2026-03-01T00:00:00.000Z',
    ];
    expect(instants.map(at)).toEqual([true, false, false, true]);
  });

  it('holds nothing against a parcel whose time is not told', () => {
    expect(at()).toBe(false);
    expect(signedOutside(nothingKnown, term)).toBe(false);
  });
});
