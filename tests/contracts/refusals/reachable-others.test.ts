import { describe, expect, it } from 'vitest';
import type { OfferTerms } from '../../../domain/quoting/schema.ts';
import { claimedOffer, signOffer } from '../../../functions/_kit/offer-token.ts';
import { aPartnersWorld } from '../../functions/partners/partners-world.ts';
import { aCheckout } from '../../support/baskets.ts';
import { aCancellation, cancellingEndpoints } from '../../support/cancellation.ts';
import { aSandbox } from '../../support/clock.ts';
import { anOffer, aPolicy, risks, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

describe('bindBasket refuses', () => {
  /** A checkout of one offer of ours whose terms were changed before it was signed. */
  const bound = async (product: 'return-freight' | 'flight-delay', terms: Partial<OfferTerms>, at?: string) => {
    const offerKeys = someOfferKeys();
    const { world, body } = await aCheckout({ services: { offerKeys } });
    const { token, disclosures } = await anOffer(world, product);
    const claimed = claimedOffer(token);
    if (claimed === undefined) throw new Error('An offer claims its terms.');
    const offer = signOffer({ ...claimed, ...terms }, await offerKeys.current());
    const acknowledged = disclosures.map(({ code, contentHash }) => ({ code, contentHash }));
    if (at !== undefined) world.time.now = at;
    return world.call('bindBasket', { body: body([{ offer, identity: risks[product].identity, acknowledged }]) });
  };

  it('a price that is not what it was', async () => {
    const answer = await bound('return-freight', { a: 1 });
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'price-changed' }]);
  });

  it('a flight that is too near', async () => {
    // The flight of the example leaves at 10:30 UTC on 25 November; the offer is made to outlive its cut-off.
    const answer = await bound('flight-delay', { x: '2026-11-26T08:00:00.000Z' }, '2026-11-25T10:00:00.000Z');
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'no-longer-eligible' }]);
  });

  it('an offer that has run out', async () => {
    const answer = await bound('return-freight', {}, '2027-11-23T08:00:00.000Z');
    expect([answer.status, answer.body]).toMatchObject([410, { code: 'quote-expired' }]);
  });

  it('to decline what was declined before', async () => {
    const { world, orders, body } = await aCheckout();
    const [one, two] = await orders(2);
    if (one === undefined || two === undefined) throw new Error('Two were asked for.');
    const declined = [{ offer: two.offer }];
    expect((await world.call('recordOptOuts', { body: { reference: 'cart-0', optOuts: declined } })).status).toBe(201);
    const answer = await world.call('bindBasket', { body: { ...body([one]), optOuts: declined } });
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'offer-already-declined' }]);
  });
});

describe('advanceClock refuses', () => {
  it('to stand still, to go back, and to go where no calendar goes', async () => {
    const sandbox = await aSandbox();
    for (const to of ['2026-11-23T08:00:00.000Z', '2026-11-23T07:59:59.999Z']) {
      const answer = await sandbox.call('advanceClock', { body: { to } });
      expect([answer.status, answer.body]).toMatchObject([409, { code: 'clock-only-goes-forward' }]);
    }
    const far = await sandbox.call('advanceClock', { body: { by: 'P9000Y' } });
    expect([far.status, far.body]).toMatchObject([422, { code: 'clock-beyond-calendar' }]);
  });
});

describe('createCredential refuses', () => {
  it('a role that nobody has here', async () => {
    const world = await aPartnersWorld();
    const body = { name: 'W', roles: ['claims_wizard'] };
    const answer = await world.call('createCredential', { ...world.manager(await world.sandbox()), body });
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'role-unknown' }]);
  });
});

describe('previewCancellation refuses', () => {
  it('a contract that has ended', async () => {
    const world = await aWorld([...sellingEndpoints, ...cancellingEndpoints], {
      services: { offerKeys: someOfferKeys() },
    });
    const { policyId } = await aPolicy(world, 'return-freight');
    const params = { policyId };
    const body = await aCancellation(world, policyId);
    expect((await world.call('cancelPolicy', { params, body })).status).toBe(201);
    const answer = await world.call('previewCancellation', { params, body: { reason: 'withdrawal' } });
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'policy-state-refuses' }]);
  });
});
