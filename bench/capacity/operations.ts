import { askedOn, inOrder } from '../../tests/contracts/examples/recording.ts';
import { paymentEvent } from '../../tests/support/payments.ts';
import { aPolicy, risks } from '../../tests/support/sale.ts';
import type { Answer, Asked } from '../../tests/support/world.ts';
import type { MeasuredStage } from './bench-world.ts';
import type { NaiveTable } from './naive-table.ts';
import { offersIn, productsOf, tokensOf } from './offers.ts';
import type { Both } from './spent.ts';

/** One operation as it was asked and answered once, and what its own line told of it. */
export type Measured = {
  readonly operation: string;
  readonly spent: Both;
  readonly reported: { readonly read: number; readonly write: number };
};

/**
 * What an operation does besides in the naive shape: ours reads no product and no quote, since the ones are part of the
 * program and the others are signed.
 */
const besides = async (naive: NaiveTable, operation: string, asked: Asked, answer: Answer): Promise<void> => {
  if (operation === 'listProducts') await naive.readProducts();
  if (operation === 'getProduct') await naive.readProduct(asked.params?.['productId'] ?? '');
  if (operation === 'createQuote') {
    for (const productId of productsOf(asked)) await naive.readProduct(productId);
    for (const token of tokensOf(answer)) await naive.keepQuote(token);
  }
  for (const token of offersIn(asked.body)) await naive.readQuote(token);
};

const reportedBy = (stage: MeasuredStage['stage'], operation: string): Measured['reported'] => {
  const line = stage.log.findLast((one) => one['operation'] === operation) ?? {};
  return { read: Number(line['readUnits'] ?? 0), write: Number(line['writeUnits'] ?? 0) };
};

type Ask = { readonly operation: string; readonly as: string; readonly asked: Asked };

const measured = async ({ stage, book, naive }: MeasuredStage, { operation, as, asked }: Ask): Promise<Measured> => {
  for (const token of offersIn(asked.body)) await naive.layQuote(token);
  const { spent } = await book.during(async () => {
    const answer = await stage.call(operation, asked);
    if (answer.status >= 300) throw new Error(`${operation} was refused: ${answer.text}`);
    await besides(naive, operation, asked, answer);
  });
  return { operation: as, spent, reported: reportedBy(stage, operation) };
};

/** A payment that finds its policy; the one that the book asks for names none, and is kept as unmatched money. */
const aPayment = async (stage: MeasuredStage['stage']): Promise<Ask> => {
  const risk = stage.identityOf('device-protection');
  const { offerId } = await aPolicy(stage, 'device-protection', { collection: 'provider', risk });
  const body = paymentEvent({
    amount: risks['device-protection'].gross,
    offerId,
    eventId: 'evt_0009',
    paymentId: 'pi_0009',
  });
  const params = { tenantId: 'shop-a' };
  const asked = { params, body, key: undefined, headers: { 'stripe-signature': 'good' } };
  return { operation: 'receivePaymentWebhook', as: 'receivePaymentWebhook (for a policy)', asked };
};

/** Every operation of the document, asked so that it succeeds. */
export const measureOperations = async (world: MeasuredStage): Promise<readonly Measured[]> => {
  const found: Measured[] = [];
  for (const endpoint of inOrder(world.endpoints)) {
    const { id } = endpoint.contract;
    found.push(await measured(world, { operation: id, as: id, asked: await askedOn(world.stage, endpoint) }));
  }
  return [...found, await measured(world, await aPayment(world.stage))];
};
