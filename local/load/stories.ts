import { arrivalOf, basketOf, departureOf } from '../demo/basket.ts';
import type { Buyer, Order } from '../demo/orders.ts';
import type { Shop, Sold } from './shop.ts';

/** An order and its buyer, with numbers that no other order has. */
export type Visit = { readonly order: Order; readonly buyer: Buyer; readonly now: string };
type Story = {
  /** Of so many shares of all visits this story has. */
  readonly share: number;
  /** Which of the example orders it can be told of. */
  readonly of: (order: Order) => boolean;
  readonly tell: (shop: Shop, visit: Visit) => Promise<void>;
};

const isOffered = ({ expect: { offers = {} }, insure }: Order, productId: string): boolean =>
  insure.length === 1 &&
  insure[0] === productId &&
  Object.values(offers).length > 0 &&
  Object.values(offers).every((offer) => !Array.isArray(offer));

/** Somebody looks at what cover would cost, and at what there is. */
const look = async (shop: Shop, { order, now }: Visit): Promise<void> => {
  await shop.quote(basketOf(order, now));
  if (shop.chance.percent(10)) await shop.read('listPolicies', '/policies?limit=10');
  if (shop.chance.percent(20)) await shop.read('getHealth', '/health');
};

const sell = async (shop: Shop, { order, buyer, now }: Visit): Promise<Sold | undefined> => {
  const [quoted] = await shop.quote(basketOf(order, now));
  const customerId = quoted === undefined ? undefined : await shop.customer(buyer);
  if (quoted === undefined || customerId === undefined) return undefined;
  const early = order.pays === 'provider' && shop.chance.percent(10);
  const { offerId } = Object(quoted.offer);
  if (early) await shop.outside.pay(String(offerId), quoted.gross);
  const sold = await shop.bind(quoted, order, customerId);
  if (sold === undefined || order.pays === 'partner') return sold;
  // Now and then a checkout charges too much: that money waits for people, and the premium is still owed.
  if (shop.chance.percent(3)) await shop.outside.pay(sold.offerId, sold.gross + 100);
  if (!early) await shop.outside.pay(sold.offerId, sold.gross);
  return (await shop.untilPaid(sold)) ? sold : undefined;
};

const readClaim = (shop: Shop, claimId: string | undefined) =>
  claimId === undefined ? undefined : shop.read('getClaim', `/claims/${claimId}`);

/** An order is shipped and comes back, or is called off before. */
const freight = async (shop: Shop, visit: Visit): Promise<void> => {
  const sold = await sell(shop, visit);
  if (sold === undefined) return;
  if (shop.chance.percent(20)) return void (await shop.cancel(sold));
  const { policyId } = sold;
  const now = new Date().toISOString();
  const shipped = { milestone: 'shipment_confirmed', occurredAt: now };
  await shop.command('recordMilestone', `/policies/${policyId}/milestones`, shipped);
  const back = visit.order.return;
  if (back === undefined || shop.chance.percent(25))
    return void (await shop.read('getPolicy', `/policies/${policyId}`));
  await shop.outside.tell('parcels', { waybill: back.waybill, status: 'signed_by_seller', signedAt: now });
  const form = { waybillNumber: back.waybill, returnKind: back.kind, paidBy: 'buyer', onPlatform: true };
  await readClaim(shop, await shop.report(sold, visit.order, { coverage: 'return-freight', lossAt: now, form }));
};

/** A flight that was cancelled: the sources say so, and the claim is decided by that. */
const flight = async (shop: Shop, visit: Visit): Promise<void> => {
  const sold = await sell(shop, visit);
  const { flight: flown, sources = [] } = visit.order;
  if (sold === undefined || flown === undefined) return;
  const departure = departureOf(flown, visit.now);
  const said = { flight: flown.number, date: departure.slice(0, 10), scheduledArrival: arrivalOf(flown, departure) };
  for (const { source, official, cancelled = false } of sources)
    await shop.outside.tell('flights', { ...said, source, official, cancelled });
  const notice = { coverage: 'flight-delay', lossAt: new Date().toISOString(), form: {} };
  await readClaim(shop, await shop.report(sold, visit.order, notice));
};

/** A device is insured from a chosen day; some buyers think better of it, and some want a certificate. */
const device = async (shop: Shop, visit: Visit): Promise<void> => {
  const sold = await sell(shop, visit);
  if (sold === undefined) return;
  if (shop.chance.percent(40)) return void (await shop.cancel(sold));
  if (shop.chance.percent(30)) await shop.read('getCertificate', `/policies/${sold.policyId}/certificate`);
  await shop.read('getHistory', `/history/${sold.policyId}`);
};

export const storyNames = ['look', 'freight', 'flight', 'device'] as const;
export type StoryName = (typeof storyNames)[number];

export const stories: Readonly<Record<StoryName, Story>> = {
  look: { share: 40, of: (order) => isOffered(order, 'return-freight'), tell: look },
  freight: {
    share: 35,
    of: (order) =>
      isOffered(order, 'return-freight') && order.then === 'returned' && order.expect.claim?.paid !== undefined,
    tell: freight,
  },
  flight: {
    share: 10,
    of: (order) => isOffered(order, 'flight-delay') && order.then === 'cancelled-flight',
    tell: flight,
  },
  device: { share: 15, of: (order) => isOffered(order, 'device-protection'), tell: device },
};
