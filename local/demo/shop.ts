import { createHash } from 'node:crypto';
import Stripe from 'stripe';
import { basketOf } from './basket.ts';
import { type Answer, at, type Client, listAt, textAt } from './client.ts';
import type { Buyer, Order, ProductId } from './orders.ts';
import { mustBe } from './tale.ts';

/** What the API answered about one line of a basket. */
export type Quoted = {
  readonly productId: ProductId;
  readonly outcome: 'offered' | 'declined';
  readonly gross: number;
  readonly reasons: readonly string[];
  readonly offer: unknown;
  readonly identity: Readonly<Record<string, string>>;
};

export type Policy = {
  readonly policyId: string;
  readonly productId: ProductId;
  readonly offerId: string;
  readonly gross: number;
};

/** One line of a quote's answer, as a shop keeps it. */
export const quotedOf = (item: unknown, productId: ProductId, identity: Quoted['identity']): Quoted => {
  const outcome = textAt(item, 'outcome') === 'offered' ? 'offered' : 'declined';
  const reasons = outcome === 'declined' ? listAt(item, 'reasons').map((reason) => textAt(reason, 'code')) : [];
  const gross = Number(at(item, 'offer.premium.gross.amount') ?? 0);
  return { productId, outcome, gross, reasons, offer: at(item, 'offer'), identity };
};

/** A bank account's token at the provider, as a checkout gets one from the provider's own form. */
export const accountOf = (buyer: string): string =>
  `ba_${createHash('sha256').update(buyer).digest('hex').slice(0, 20)}`;

/** What a shop sends to bind an offer: everything that the buyer has to acknowledge is acknowledged. */
export const bindBodyOf = (quoted: Quoted, order: Order, customerId: string) => ({
  offer: textAt(quoted.offer, 'token'),
  customerId,
  reference: `checkout-${order.orderNumber.slice(-11)}`,
  collection: order.pays,
  identity: quoted.identity,
  acknowledged: listAt(quoted.offer, 'disclosures')
    .filter((one) => at(one, 'required') === true)
    .map((one) => ({ code: textAt(one, 'code'), contentHash: textAt(one, 'contentHash') })),
});

/** What a shop does with the platform and with its payment provider, each as one call. */
export const createShop = (client: Client, providerUrl: string) => {
  const provider = new URL(providerUrl);
  const stripe = new Stripe('sk_test_shop', {
    host: provider.hostname,
    port: Number(provider.port),
    protocol: 'http',
    telemetry: false,
  });

  const quote = (lines: ReturnType<typeof basketOf>): Promise<Answer> =>
    client.post('partner', '/quotes', { body: { items: lines.map(({ item }) => item) } });

  return {
    client,
    stripe,
    now: async (): Promise<string> => textAt((await client.raw('/sandbox')).body, 'now'),
    quote,
    bindBody: bindBodyOf,
    /** Quotes the order and answers line by line. */
    offersFor: async (order: Order, now: string): Promise<readonly Quoted[]> => {
      const lines = basketOf(order, now);
      const answer = await quote(lines);
      mustBe(answer.status, 200, 'The status of the quote', answer.text);
      const items = listAt(answer.body, 'items');
      return lines.map(({ productId, identity }, index) => quotedOf(items[index], productId, identity));
    },
    /** Registers a buyer, or recognises one who is known. */
    customer: async (buyer: Buyer): Promise<string> => {
      const answer = await client.post('partner', '/customers', { body: buyer });
      const known = at(answer.body, 'code') === 'customer-already-registered';
      return textAt(answer.body, known ? 'facts.customerId' : 'customerId');
    },
    bind: async (quoted: Quoted, order: Order, customerId: string): Promise<Policy> => {
      const answer = await client.post('partner', '/policies', { body: bindBodyOf(quoted, order, customerId) });
      mustBe(answer.status, 201, 'The status of the bind', answer.text);
      const { productId, gross } = quoted;
      return { policyId: textAt(answer.body, 'policyId'), offerId: textAt(answer.body, 'offerId'), productId, gross };
    },
    /** Charges the buyer's card at the provider; its webhook tells the platform. */
    pay: async (offerId: string, amount: number, currency = 'cny') => {
      const intent = await stripe.paymentIntents.create({ amount, currency, metadata: { offer_id: offerId } });
      return stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' });
    },
    policy: async (policyId: string): Promise<unknown> => {
      const answer = await client.get('partner', `/policies/${policyId}`);
      mustBe(answer.status, 200, 'The status of the policy', answer.text);
      return answer.body;
    },
    claim: async (claimId: string): Promise<unknown> => {
      const answer = await client.get('handler', `/claims/${claimId}`);
      mustBe(answer.status, 200, 'The status of the claim', answer.text);
      return answer.body;
    },
    report: (policyId: string, body: object): Promise<Answer> =>
      client.post('partner', `/policies/${policyId}/claims`, { body }),
  };
};
export type Shop = ReturnType<typeof createShop>;
