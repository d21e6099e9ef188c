import { arrivalOf, departureOf } from './basket.ts';
import { type Answer, at, textAt } from './client.ts';
import type { Order, ProductId } from './orders.ts';
import { policyOf, type Sale, type Stage } from './sell.ts';
import { accountOf } from './shop.ts';
import { mustBe } from './tale.ts';
import { yuan } from './tally.ts';

type Expected = NonNullable<Order['expect']['claim']>;
type Report = { readonly productId: ProductId; readonly body: object };

const expectedOf = ({ expect, orderNumber }: Order): Expected => {
  if (expect.claim === undefined) throw new Error(`${orderNumber} does not say what comes of its claim.`);
  return expect.claim;
};

const outcomeText = ({ paid, refused, rejected, waits, inReview }: Expected): string => {
  if (paid !== undefined) return `paid ${yuan(paid)}`;
  if (refused !== undefined) return `not taken: ${refused}`;
  if (rejected !== undefined) return `rejected: ${rejected}`;
  return waits === undefined ? `for people: ${inReview}` : `waits: ${waits}`;
};

/** The claim with all that must be true of it, as one value that says what differs. */
const mustStand = (claim: unknown, expected: Expected): void => {
  const more = JSON.stringify(claim);
  const { paid, rejected, waits, inReview } = expected;
  const status =
    (paid !== undefined && 'paid') ||
    (rejected !== undefined && 'rejected') ||
    (waits !== undefined && 'awaiting-facts');
  mustBe(at(claim, 'status'), status || 'in-review', 'The status of the claim', more);
  if (paid !== undefined) mustBe(at(claim, 'paid.amount'), paid, 'The amount paid', more);
  if (rejected !== undefined || waits !== undefined)
    mustBe(at(claim, 'reasons.0'), rejected ?? waits, 'The reason', more);
  if (inReview !== undefined) mustBe(at(claim, 'handling.referredFor.0'), inReview, 'The reason for people', more);
};

const refusedClaim = async (
  { shop, tale }: Stage,
  sale: Sale,
  { productId, body }: Report,
  code: string,
): Promise<void> => {
  await tale.step(
    '  claim outside cover',
    async () => {
      const answer = await shop.report(policyOf(sale, productId).policyId, body);
      mustBe(at(answer.body, 'code'), code, 'The refusal', answer.text);
      mustBe(answer.status >= 400 && answer.status < 500, true, 'A status of 4xx', answer.text);
    },
    () => `not taken: ${code}`,
  );
};

const report = async ({ shop, tally }: Stage, sale: Sale, { productId, body }: Report): Promise<string> => {
  const answer = await shop.report(policyOf(sale, productId).policyId, body);
  mustBe(answer.status, 201, 'The status of the first notice', answer.text);
  const claimId = textAt(answer.body, 'claimId');
  tally.claimed(productId, claimId);
  await shop.client.idle();
  return claimId;
};

/** Two people: one finds what the claim is worth, another approves it, and neither can do both. */
const decideByPeople = async ({ shop, tale }: Stage, claimId: string, amount: number): Promise<void> => {
  const { client } = shop;
  const status = (answer: Answer, wanted: number, what: string) => mustBe(answer.status, wanted, what, answer.text);
  await tale.step('    assessed by the claims handler', async () => {
    const claim = await shop.claim(claimId);
    mustBe(at(claim, 'status'), 'in-review', 'The status of the claim', JSON.stringify(claim));
    const answer = await client.post('handler', `/claims/${claimId}/assessment`, { body: {} });
    status(answer, 201, 'The status of the assessment');
    mustBe(at(answer.body, 'handling.assessed.amount.amount'), amount, 'The assessed amount', answer.text);
  });
  await tale.step('    approval by the same handler refused', async () => {
    status(await client.post('handler', `/claims/${claimId}/approval`, { body: { amount } }), 403, 'The status');
  });
  await tale.step('    approved by another person', async () => {
    status(await client.post('approver', `/claims/${claimId}/approval`, { body: { amount } }), 201, 'The status');
    await client.idle();
  });
};

const claimOn = async (stage: Stage, sale: Sale, reported: Report): Promise<void> => {
  const { shop, tale, tally } = stage;
  const expected = expectedOf(sale.order);
  if (expected.refused !== undefined) return refusedClaim(stage, sale, reported, expected.refused);
  if (expected.decidedBy !== undefined) {
    const claimId = await tale.step('  claim reported, referred to people', () => report(stage, sale, reported));
    await decideByPeople(stage, claimId, expected.paid ?? 0);
    await tale.step(
      '  payout',
      async () => mustStand(await shop.claim(claimId), expected),
      () => outcomeText(expected),
    );
  } else {
    await tale.step(
      '  claim reported and decided by rules',
      async () => mustStand(await shop.claim(await report(stage, sale, reported)), expected),
      () => outcomeText(expected),
    );
  }
  tally.paid(reported.productId, expected.paid ?? 0);
};

/** The parcel is shipped: cover begins. Later it comes back, and the carrier says where it is. */
export const shipAndReturn = async (stage: Stage, sale: Sale): Promise<void> => {
  const { shop, tale } = stage;
  const { policyId } = policyOf(sale, 'return-freight');
  await tale.step('  shipment confirmed, in force', async () => {
    const body = { milestone: 'shipment_confirmed', occurredAt: await shop.now() };
    const answer = await shop.client.post('partner', `/policies/${policyId}/milestones`, { body });
    mustBe(at(answer.body, 'status'), 'on-risk', 'The status of the policy', answer.text);
  });
  const back = sale.order.return;
  if (back === undefined) return;
  const now = await shop.now();
  const signedAt = back.status === 'signed_by_seller' ? { signedAt: now } : {};
  await shop.client.tell('parcels', { waybill: back.waybill, status: back.status, ...signedAt });
  await claimOn(stage, sale, {
    productId: 'return-freight',
    body: {
      coverage: 'return-freight',
      lossAt: now,
      payee: accountOf(sale.order.buyer),
      form: {
        waybillNumber: back.waybill,
        returnKind: back.kind,
        paidBy: back.freightPaidBy,
        onPlatform: back.onPlatform,
      },
    },
  });
};

/** The device is damaged or gone once its cover has begun. */
export const damage = async (stage: Stage, sale: Sale): Promise<void> => {
  const { loss, buyer } = sale.order;
  if (loss === undefined) throw new Error(`${sale.order.orderNumber} has no loss.`);
  const { coverage, repairQuote } = loss;
  const form =
    coverage === 'theft'
      ? { policeReport: 'A-2026-1123' }
      : { repairQuote, ...(coverage === 'accidental' && { totalLoss: false }) };
  const body = { coverage, lossAt: await stage.shop.now(), payee: accountOf(buyer), form };
  await claimOn(stage, sale, { productId: 'device-protection', body });
};

/** What the sources say of the flight, and the claim that follows. `quotedAt` is when the order was placed. */
export const fly = async (stage: Stage, sale: Sale, quotedAt: string): Promise<void> => {
  const { flight, sources = [], buyer } = sale.order;
  if (flight === undefined) throw new Error(`${sale.order.orderNumber} has no flight.`);
  const departure = departureOf(flight, quotedAt);
  const scheduledArrival = arrivalOf(flight, departure);
  for (const { source, official, cancelled = false, lateMinutes } of sources) {
    await stage.shop.client.tell('flights', {
      ...{ flight: flight.number, date: departure.slice(0, 10), source, official, cancelled, scheduledArrival },
      ...(lateMinutes !== undefined && { actualArrival: arrivalOf(flight, departure, lateMinutes) }),
    });
  }
  const lateMinutes = sources[0]?.lateMinutes;
  const lossAt = lateMinutes === undefined ? await stage.shop.now() : arrivalOf(flight, departure, lateMinutes);
  const body = { coverage: 'flight-delay', lossAt, payee: accountOf(buyer), form: {} };
  await claimOn(stage, sale, { productId: 'flight-delay', body });
};
