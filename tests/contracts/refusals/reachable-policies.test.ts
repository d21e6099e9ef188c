import { describe, expect, it } from 'vitest';
import type { OfferTerms } from '../../../domain/quoting/schema.ts';
import { claimedOffer, signOffer } from '../../../functions/_kit/offer-token.ts';
import { endpoint as recordMilestone } from '../../../functions/policies/record-milestone.ts';
import { aCancellation, cancellingEndpoints } from '../../support/cancellation.ts';
import {
  aBindBody,
  aCustomer,
  anOffer,
  aPolicy,
  type ProductName,
  risks,
  sellingEndpoints,
  someOfferKeys,
} from '../../support/sale.ts';
import { type Answer, aWorld } from '../../support/world.ts';

type Bind = {
  readonly product?: ProductName;
  readonly terms?: Partial<OfferTerms>;
  readonly body?: object;
  readonly at?: string;
};

/** Binds an offer of ours after something has gone wrong with it. */
const bound = async ({ product = 'return-freight', terms, body = {}, at }: Bind): Promise<Answer> => {
  const offerKeys = someOfferKeys();
  const world = await aWorld(sellingEndpoints, { services: { offerKeys } });
  const customerId = await aCustomer(world);
  const offer = await anOffer(world, product);
  const claimed = claimedOffer(offer.token);
  if (claimed === undefined) throw new Error('An offer claims its terms.');
  const token = terms === undefined ? offer.token : signOffer({ ...claimed, ...terms }, await offerKeys.current());
  if (at !== undefined) world.time.now = at;
  const { identity } = risks[product];
  return world.call('bindPolicy', { body: { ...aBindBody({ ...offer, token }, customerId, { identity }), ...body } });
};

describe('bindPolicy refuses', () => {
  it.each<readonly [string, number, Bind]>([
    ['quote-tampered', 422, { body: { offer: 'an offer that nobody made' } }],
    ['quote-expired', 410, { at: '2027-11-23T08:00:00.000Z' }],
    ['quote-mismatch', 409, { body: { identity: { orderNumber: 'SO-OTHER' } } }],
    ['disclosures-not-acknowledged', 422, { body: { acknowledged: [] } }],
    ['price-changed', 409, { terms: { a: 1 } }],
    // The flight of the example leaves at 10:30 UTC on 25 November; the offer is made to outlive its cut-off.
    [
      'no-longer-eligible',
      422,
      { product: 'flight-delay', terms: { x: '2026-11-26T08:00:00.000Z' }, at: '2026-11-25T10:00:00.000Z' },
    ],
  ])('%s', async (code, status, bind) => {
    const answer = await bound(bind);
    expect([answer.status, answer.body]).toMatchObject([status, { code, retryable: false }]);
  });
});

describe('recordMilestone refuses', () => {
  const aShop = async () => {
    const world = await aWorld([...sellingEndpoints, recordMilestone, ...cancellingEndpoints], {
      services: { offerKeys: someOfferKeys() },
    });
    const { policyId } = await aPolicy(world, 'return-freight');
    const tell = (milestone: string, occurredAt: string) =>
      world.call('recordMilestone', { params: { policyId }, body: { milestone, occurredAt } });
    return { world, policyId, tell };
  };

  it('what has not happened yet, and a receipt before the shipment', async () => {
    const { tell } = await aShop();
    expect((await tell('shipment_confirmed', '2026-11-23T08:00:01.000Z')).body).toMatchObject({
      code: 'milestone-in-future',
    });
    expect((await tell('receipt_signed', '2026-11-23T08:00:00.000Z')).body).toMatchObject({
      code: 'milestone-out-of-order',
      facts: { milestone: 'receipt_signed', needs: 'shipment_confirmed' },
    });
  });

  it('anything about a contract that has ended', async () => {
    const { world, policyId, tell } = await aShop();
    const body = await aCancellation(world, policyId);
    expect((await world.call('cancelPolicy', { params: { policyId }, body })).status).toBe(201);
    const answer = await tell('shipment_confirmed', '2026-11-23T08:00:00.000Z');
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'policy-state-refuses' }]);
  });
});
