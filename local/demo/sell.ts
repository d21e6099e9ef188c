import { basketOf } from './basket.ts';
import { at, listAt, textAt } from './client.ts';
import type { Buyer, Order, ProductId } from './orders.ts';
import type { Policy, Quoted, Shop } from './shop.ts';
import { mustBe, type Tale } from './tale.ts';
import { type Tally, yuan } from './tally.ts';

/** Everything that the threads of the story share. */
export type Stage = {
  readonly shop: Shop;
  readonly tale: Tale;
  readonly tally: Tally;
  readonly buyers: Readonly<Record<string, Buyer>>;
};

/** An order of which something was insured. */
export type Sale = { readonly order: Order; readonly policies: readonly Policy[]; readonly customerId: string };

const titleOf = ({ orderNumber, goods }: Order): string => `${orderNumber} ${goods[0]?.title ?? ''}`;

const mustAnswerTo = (quoted: Quoted, expected: number | string | readonly string[] | undefined): void => {
  const { productId, outcome, gross, reasons } = quoted;
  if (Array.isArray(expected)) {
    mustBe(outcome, 'declined', `The outcome for ${productId}`);
    for (const reason of expected) mustBe(reasons.includes(reason), true, `"declined for ${reason}"`, reasons.join());
    return;
  }
  mustBe(outcome, 'offered', `The outcome for ${productId}`, reasons.join());
  if (typeof expected === 'number') mustBe(gross, expected, `The premium for ${productId}`);
};

const detailOf = (all: readonly Quoted[]): string =>
  all.map(({ outcome, gross, reasons }) => (outcome === 'offered' ? yuan(gross) : reasons.join(', '))).join(' + ');

/** A basket whose answers do not fit the product's form is refused whole, with a pointer to the field. */
const refusedQuote = async ({ shop, tale }: Stage, order: Order, pointer: string): Promise<void> => {
  await tale.step(
    `quote refused: ${titleOf(order)}`,
    async () => {
      const answer = await shop.quote(basketOf(order, await shop.now()));
      mustBe(answer.status, 422, 'The status of the quote', answer.text);
      mustBe(at(answer.body, 'errors.0.pointer'), pointer, 'The pointer', answer.text);
      return answer.body;
    },
    (body) => `${at(body, 'code')} at ${pointer}`,
  );
};

const customerFor = async (stage: Stage, order: Order): Promise<string> => {
  const buyer = stage.buyers[order.buyer];
  if (buyer === undefined) throw new Error(`${order.orderNumber} has the unknown buyer ${order.buyer}.`);
  const customerId = await stage.shop.customer(buyer);
  stage.tally.seen(customerId);
  return customerId;
};

const bindAll = async (stage: Stage, order: Order, offered: readonly Quoted[]): Promise<Sale> => {
  const { shop, tally } = stage;
  const customerId = await customerFor(stage, order);
  const policies: Policy[] = [];
  for (const one of offered) {
    const policy = await shop.bind(one, order, customerId);
    tally.sold(policy.productId, policy.policyId, policy.gross);
    policies.push(policy);
  }
  return { order, policies, customerId };
};

/** The premium, whichever way it comes: a card payment and its webhook, or owed by the partner from the bind on. */
const collect = async ({ shop, tale }: Stage, { order, policies }: Sale): Promise<void> => {
  const byCard = order.pays === 'provider';
  await tale.step(byCard ? '  paid by card, told by webhook' : '  premium collected by the partner', async () => {
    for (const { offerId, gross } of byCard ? policies : []) await shop.pay(offerId, gross);
    if (byCard) await shop.client.idle();
    for (const { policyId } of policies) {
      const policy = await shop.policy(policyId);
      mustBe(at(policy, 'invoice.status'), byCard ? 'paid' : 'credit', 'The premium', JSON.stringify(policy));
    }
  });
};

/** Quotes an order, and where it is offered binds it and collects its premium. */
export const sell = async (stage: Stage, order: Order): Promise<Sale | undefined> => {
  const { shop, tale } = stage;
  const { offers = {}, refused = {} } = order.expect;
  const [pointer] = Object.values(refused);
  if (pointer !== undefined) {
    await refusedQuote(stage, order, pointer);
    return undefined;
  }
  const all = await tale.step(
    `quote: ${titleOf(order)}`,
    async () => {
      const found = await shop.offersFor(order, await shop.now());
      for (const one of found) mustAnswerTo(one, offers[one.productId]);
      return found;
    },
    detailOf,
  );
  const offered = all.filter(({ outcome }) => outcome === 'offered');
  if (offered.length === 0) return undefined;
  const sale = await tale.step(
    '  bound',
    () => bindAll(stage, order, offered),
    ({ policies }) => policies.map(({ policyId }) => policyId).join(' '),
  );
  await collect(stage, sale);
  return sale;
};

export const policyOf = ({ policies, order }: Sale, productId: ProductId): Policy => {
  const policy = policies.find((one) => one.productId === productId);
  if (policy === undefined) throw new Error(`${order.orderNumber} has no ${productId}.`);
  return policy;
};

/** The order is called off: the contract ends and the premium goes back the way it came. */
export const cancel = async ({ shop, tale, tally }: Stage, { order, policies }: Sale): Promise<void> => {
  for (const { policyId, productId, gross } of policies) {
    await tale.step(
      `  order cancelled, refund to the ${order.pays === 'provider' ? 'card' : 'partner'}`,
      async () => {
        const body = { reason: 'order-cancelled' };
        const path = `/policies/${policyId}`;
        const shown = await shop.client.post('partner', `${path}/cancellation-previews`, { body });
        mustBe(at(shown.body, 'refund.gross.amount'), gross, 'The previewed refund', shown.text);
        const asked = { body: { ...body, preview: textAt(shown.body, 'preview') } };
        const answer = await shop.client.post('partner', `${path}/cancellations`, asked);
        mustBe(answer.status, 201, 'The status of the cancellation', answer.text);
        mustBe(at(answer.body, 'refund.gross.amount'), gross, 'The refund', answer.text);
        await shop.client.idle();
        const policy = await shop.policy(policyId);
        mustBe(at(policy, 'status'), 'cancelled', 'The status of the policy');
        const refunds = listAt(policy, 'disbursements').map((one) => `${textAt(one, 'kind')} ${textAt(one, 'status')}`);
        mustBe(refunds, order.pays === 'provider' ? ['refund succeeded'] : [], 'The refunds', JSON.stringify(policy));
        tally.refunded(productId, gross);
      },
      () => yuan(gross),
    );
  }
};
