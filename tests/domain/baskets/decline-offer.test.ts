import { describe, expect, it } from 'vitest';
import { declineOffer } from '../../../domain/baskets/decline-offer.ts';
import { aDeclinedOffer, basketId } from './samples.ts';

const free = { boundAs: undefined, declinedIn: undefined };

describe('declining an offer', () => {
  it('is recorded once', () => {
    expect(declineOffer(aDeclinedOffer, free)).toEqual({ ok: true, value: aDeclinedOffer });
    const again = declineOffer(aDeclinedOffer, { ...free, declinedIn: basketId });
    expect(again).toMatchObject({ ok: false, code: 'offer-already-declined', facts: { basketId } });
  });

  it('comes too late once the offer is bound, whatever was declined before', () => {
    const bound = declineOffer(aDeclinedOffer, { boundAs: 'pol_1', declinedIn: basketId });
    expect(bound).toMatchObject({ ok: false, code: 'quote-already-bound', facts: { policyId: 'pol_1' } });
  });
});
