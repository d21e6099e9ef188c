import { troubledPayees } from '../provider/simulation.ts';
import { at, listAt, textAt } from './client.ts';
import { type Order, renumbered } from './orders.ts';
import { policyOf, type Sale, type Stage } from './sell.ts';
import type { Policy, Quoted } from './shop.ts';
import { mustBe } from './tale.ts';

/** An order like the one of the files, of which return freight is offered and bound but nothing is paid yet. */
const unpaid = async (
  { shop, tally, buyers }: Stage,
  order: Order,
): Promise<{ policy: Policy; quoted: Quoted; customerId: string }> => {
  const [quoted] = await shop.offersFor(order, await shop.now());
  const buyer = buyers[order.buyer];
  if (quoted === undefined || buyer === undefined) throw new Error(`${order.orderNumber} is not offered.`);
  const customerId = await shop.customer(buyer);
  const policy = await shop.bind(quoted, order, customerId);
  tally.sold(policy.productId, policy.policyId, policy.gross);
  return { policy, quoted, customerId };
};

const premiumOf = async ({ shop }: Stage, { policyId }: Policy): Promise<unknown> =>
  at(await shop.policy(policyId), 'invoice.status');

const eventAbout = async ({ shop }: Stage, paymentId: string): Promise<string> => {
  const events = await shop.stripe.events.list({ limit: 20 });
  const event = events.data.find((one) => at(one, 'data.object.id') === paymentId);
  if (event === undefined) throw new Error(`The provider has no event about ${paymentId}.`);
  return event.id;
};

const duplicateWebhook = async (stage: Stage, order: Order): Promise<void> => {
  const { shop, tale } = stage;
  await tale.step('webhook delivered twice: booked once', async () => {
    const { policy } = await unpaid(stage, order);
    const { id } = await shop.pay(policy.offerId, policy.gross);
    await shop.client.idle();
    const before = await shop.client.get('partner', `/history/${policy.policyId}`);
    // What `stripe events resend` asks for.
    await shop.stripe.rawRequest('POST', `/v1/events/${await eventAbout(stage, id)}/retry`, {});
    await shop.client.idle();
    const after = await shop.client.get('partner', `/history/${policy.policyId}`);
    mustBe(listAt(after.body, 'items').length, listAt(before.body, 'items').length, 'The number of records');
    mustBe(await premiumOf(stage, policy), 'paid', 'The premium');
  });
};

const wrongAmount = async (stage: Stage, order: Order): Promise<void> => {
  const { shop, tale, tally } = stage;
  await tale.step('payment of a wrong amount: kept as unmatched, with an alert', async () => {
    const { policy } = await unpaid(stage, order);
    const { id } = await shop.pay(policy.offerId, policy.gross + 100);
    await shop.client.idle();
    mustBe(await premiumOf(stage, policy), 'open', 'The premium');
    const unmatched = await shop.client.get('finance', '/unmatched-money?limit=50');
    const money = listAt(unmatched.body, 'items').find((one) => at(one, 'paymentId') === id);
    mustBe(at(money, 'reason'), 'wrong-amount', 'The reason', unmatched.text);
    const unmatchedId = textAt(money, 'unmatchedId');
    tally.seen(unmatchedId);
    const alerts = await shop.client.get('operator', '/alerts?limit=50');
    const raised = listAt(alerts.body, 'items').find((one) => at(one, 'subject') === unmatchedId);
    mustBe(at(raised, 'cause'), 'unmatched-money', 'The cause of the alert', alerts.text);
    tally.seen(textAt(raised, 'alertId'));
  });
};

const earlyMoney = async (stage: Stage, order: Order): Promise<void> => {
  const { shop, tale, tally, buyers } = stage;
  await tale.step('paid before it was bound: applied once the policy is there', async () => {
    const [quoted] = await shop.offersFor(order, await shop.now());
    const buyer = buyers[order.buyer];
    if (quoted === undefined || buyer === undefined) throw new Error(`${order.orderNumber} is not offered.`);
    await shop.pay(textAt(quoted.offer, 'offerId'), quoted.gross);
    await shop.client.idle();
    const policy = await shop.bind(quoted, order, await shop.customer(buyer));
    tally.sold(policy.productId, policy.policyId, policy.gross);
    await shop.client.idle();
    mustBe(await premiumOf(stage, policy), 'paid', 'The premium');
  });
};

const declinedCard = async (stage: Stage): Promise<void> => {
  const { shop, tale } = stage;
  await tale.step('card declined by the provider: nothing is booked', async () => {
    const intent = await shop.stripe.paymentIntents.create({ amount: 432, currency: 'cny' });
    const code = await shop.stripe.paymentIntents
      .confirm(intent.id, { payment_method: 'pm_card_declined' })
      .then(() => 'accepted')
      .catch((thrown: unknown) => at(thrown, 'code'));
    mustBe(code, 'card_declined', 'The answer to the card');
  });
};

const forgedWebhook = async ({ shop, tale }: Stage): Promise<void> => {
  await tale.step('forged webhook refused', async () => {
    const tenant = textAt((await shop.client.raw('/sandbox')).body, 'tenant');
    const headers = { 'content-type': 'application/json', 'stripe-signature': `t=1,v1=${'0'.repeat(64)}` };
    const body = JSON.stringify({ id: 'evt_forged', type: 'payment_intent.succeeded', data: { object: {} } });
    const answer = await shop.client.raw(`/v1/payment-webhooks/${tenant}`, { method: 'POST', headers, body });
    mustBe(at(answer.body, 'code'), 'webhook-signature-invalid', 'The problem', answer.text);
  });
};

const retriedBind = async (stage: Stage, order: Order): Promise<void> => {
  const { shop, tale, tally, buyers } = stage;
  const [quoted] = await shop.offersFor(order, await shop.now());
  const buyer = buyers[order.buyer];
  if (quoted === undefined || buyer === undefined) throw new Error(`${order.orderNumber} is not offered.`);
  const body = shop.bindBody(quoted, order, await shop.customer(buyer));
  const key = `bind-${order.orderNumber}`;
  const bind = (change: object, otherKey = key) =>
    shop.client.post('partner', '/policies', { body: { ...body, ...change }, key: otherKey });
  await tale.step('the same bind sent again: the same answer, byte for byte', async () => {
    const first = await bind({});
    mustBe(first.status, 201, 'The status of the bind', first.text);
    tally.sold(quoted.productId, textAt(first.body, 'policyId'), quoted.gross);
    const second = await bind({});
    mustBe(second.text === first.text, true, '"the same bytes"', second.text);
    mustBe(second.headers.get('idempotent-replayed'), 'true', 'The header Idempotent-Replayed');
  });
  await tale.step('the same key with another body refused', async () => {
    const answer = await bind({ reference: 'SO-ANOTHER-1' });
    mustBe(at(answer.body, 'code'), 'idempotency-key-reused', 'The problem', answer.text);
  });
  await tale.step('the same offer under another key refused', async () => {
    const answer = await bind({}, `${key}-again`);
    mustBe(at(answer.body, 'code'), 'quote-already-bound', 'The problem', answer.text);
  });
  await tale.step('an offer that was tampered with refused', async () => {
    const token = textAt(quoted.offer, 'token');
    const answer = await bind({ offer: `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}` }, `${key}-forged`);
    mustBe(at(answer.body, 'code'), 'quote-tampered', 'The problem', answer.text);
  });
};

/** A payout whose answer got lost: nobody may say that it failed, so it is unknown until the provider is asked. */
const lostAnswer = async (stage: Stage, order: Order): Promise<{ readonly sale: Sale }> => {
  const { shop, tale, tally } = stage;
  const { policy, customerId } = await unpaid(stage, { ...order, pays: 'partner' });
  const sale: Sale = { order, policies: [policy], customerId };
  await tale.step('payout whose answer gets lost: unknown, with an alert', async () => {
    const now = await shop.now();
    const milestone = { milestone: 'shipment_confirmed', occurredAt: now };
    await shop.client.post('partner', `/policies/${policy.policyId}/milestones`, { body: milestone });
    const waybill = order.return?.waybill ?? '';
    await shop.client.tell('parcels', { waybill, status: 'signed_by_seller', signedAt: now });
    const form = { waybillNumber: waybill, returnKind: 'return', paidBy: 'buyer', onPlatform: true };
    const report = { coverage: 'return-freight', lossAt: now, payee: troubledPayees.answerLost, form };
    const answer = await shop.report(policy.policyId, report);
    mustBe(answer.status, 201, 'The status of the first notice', answer.text);
    tally.claimed('return-freight', textAt(answer.body, 'claimId'));
    await shop.client.idle();
    const after = await shop.policy(policy.policyId);
    mustBe(at(after, 'disbursements.0.status'), 'unknown', 'The payout', JSON.stringify(after));
    const alerts = await shop.client.get('operator', '/alerts?limit=50');
    const raised = listAt(alerts.body, 'items').some((one) => at(one, 'cause') === 'payout-unknown');
    mustBe(raised, true, '"an alert was raised"', alerts.text);
  });
  return { sale };
};

/** Once time has passed the provider was asked, and said that it had paid. */
export const janitorFound = async ({ shop, tale, tally }: Stage, sale: Sale): Promise<void> => {
  const { policyId } = policyOf(sale, 'return-freight');
  await tale.step('the provider was asked again: the payout had been made', async () => {
    const policy = await shop.policy(policyId);
    mustBe(at(policy, 'disbursements.0.status'), 'succeeded', 'The payout', JSON.stringify(policy));
    tally.paid('return-freight', Number(at(policy, 'disbursements.0.amount.amount')));
  });
};

/** Everything that goes wrong in a shop's day. `like` is an order that is offered, paid by card and comes back. */
export const trouble = async (stage: Stage, like: Order, run: string): Promise<readonly Sale[]> => {
  const { tale } = stage;
  const another = (name: string): Order => renumbered(like, `${run}${name}`);
  const open: Sale[] = [];
  await tale.thread(() => duplicateWebhook(stage, another('A')));
  await tale.thread(() => wrongAmount(stage, another('B')));
  await tale.thread(() => earlyMoney(stage, another('C')));
  await tale.thread(() => declinedCard(stage));
  await tale.thread(() => forgedWebhook(stage));
  await tale.thread(() => retriedBind(stage, another('D')));
  await tale.thread(async () => void open.push((await lostAnswer(stage, another('E'))).sale));
  return open;
};
