import { randomBytes } from 'node:crypto';
import type { OfferKeys } from '../../functions/_kit/services.ts';
import { endpoint as registerCustomer } from '../../functions/customers/register-customer.ts';
import { endpoint as bindPolicy } from '../../functions/policies/bind-policy.ts';
import { endpoint as createQuote } from '../../functions/quoting/create-quote.ts';
import { aPerson } from './people.ts';
import type { Asked, aWorld } from './world.ts';

/** Offer keys of a test: one that signs, and more that still verify. */
export const someOfferKeys = (...kids: readonly string[]): OfferKeys => {
  const ring = (kids.length === 0 ? ['k1'] : kids).map((kid) => ({ kid, secret: randomBytes(32) }));
  const [first] = ring;
  if (first === undefined) throw new Error('A ring has a key.');
  return { current: async () => first, find: async (kid) => ring.find((key) => key.kid === kid) };
};

/** The entries that conclude a contract. */
export const sellingEndpoints = [createQuote, registerCustomer, bindPolicy];

type World = Awaited<ReturnType<typeof aWorld>>;
type Json = Record<string, unknown>;

/** Real-looking inputs per product, as worked out in the catalogue (5.1, 5.2, 5.3), with their identifying answers. */
export const risks = {
  'return-freight': {
    insuredObject: { category: 'apparel', distance: 'neighbour', buyerReturnRate: '0.20', sellerRating: '4.7' },
    options: undefined,
    identity: { orderNumber: 'SO-20261123-0042' },
    gross: 432,
  },
  'device-protection': {
    insuredObject: { model: 'Phone 16', deviceValue: 499900, purchasedOn: '2026-11-23', region: 'T1', priorRepairs: 0 },
    options: { plan: 'screen', deductible: '10' },
    identity: { imei: '356938035643809' },
    gross: 13962,
  },
  'flight-delay': {
    insuredObject: {
      flightNumber: 'MU5101',
      scheduledDeparture: '2026-11-25T18:30:00+08:00',
      risk: 'B',
      delayPublished: false,
    },
    options: { plan: 'basic' },
    identity: { passengerDocument: '11010519491231002X', ticketNumber: '7812345678901' },
    gross: undefined,
  },
} as const;
export type ProductName = keyof typeof risks;

export const aQuoteItem = (product: ProductName, change: Json = {}) => {
  const { insuredObject, options, identity } = risks[product];
  return {
    itemId: 'line-1',
    productId: product,
    insuredObject: { ...insuredObject, ...identity, ...change },
    ...(options !== undefined && { options }),
  };
};

type Offer = {
  token: string;
  offerId: string;
  premium: { gross: { amount: number } };
  disclosures: { code: string; contentHash: string; required: boolean }[];
};

/** The offer for one item, as a shop gets it. */
export const anOffer = async (world: World, product: ProductName, change: Json = {}): Promise<Offer> => {
  const answer = await world.call('createQuote', { body: { items: [aQuoteItem(product, change)] } });
  const { items } = answer.body as { items: { offer?: Offer }[] };
  const offer = items?.[0]?.offer;
  if (offer === undefined) throw new Error(`No offer: ${answer.text}`);
  return offer;
};

export const aBindBody = (offer: Offer, customerId: string, change: Json = {}) => ({
  offer: offer.token,
  customerId,
  reference: 'SO-20261123-0042',
  collection: 'partner',
  identity: {},
  acknowledged: offer.disclosures
    .filter(({ required }) => required)
    .map(({ code, contentHash }) => ({ code, contentHash })),
  ...change,
});

export const aCustomer = async (world: World, change: object = {}): Promise<string> => {
  const answer = await world.call('registerCustomer', { body: aPerson(change) });
  const { customerId, facts } = answer.body as { customerId?: string; facts?: { customerId: string } };
  const id = customerId ?? facts?.customerId;
  if (id === undefined) throw new Error(`No customer: ${answer.text}`);
  return id;
};

/** Sells one policy and answers what the bind answered. */
export const aPolicy = async (world: World, product: ProductName, bind: Json = {}, asked: Asked = {}) => {
  const customerId = await aCustomer(world);
  const offer = await anOffer(world, product, (bind['risk'] as Json | undefined) ?? {});
  const { risk, ...change } = bind;
  const identity = { ...risks[product].identity, ...pickIdentity(product, risk as Json | undefined) };
  const answer = await world.call('bindPolicy', {
    body: aBindBody(offer, customerId, { identity, ...change }),
    ...asked,
  });
  if (answer.status !== 201) throw new Error(`Not bound: ${answer.text}`);
  return answer.body as {
    policyId: string;
    policyNumber: string;
    verificationCode: string;
    status: string;
    offerId: string;
  } & Json;
};

const pickIdentity = (product: ProductName, risk: Json = {}): Json =>
  Object.fromEntries(Object.entries(risk).filter(([field]) => field in risks[product].identity));
