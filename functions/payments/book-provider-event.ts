import type * as z from 'zod';
import type { ProviderEvent, WebhookReceipt } from '../../domain/payments/webhook/schema.ts';
import { accept, type Decision } from '../../domain/shared/decision.ts';
import type { Work, WorkUnit } from '../_kit/inbound/process.ts';
import type { Committed } from '../_kit/ports.ts';
import { bookDisbursement } from './book-disbursement.ts';
import { bookPayment } from './book-payment.ts';
import type { payments } from './contract.ts';

/** What both who receive an event and who replay it can do with the table. */
export type BookingUnit = WorkUnit<typeof payments.endpoints.replayInboxEntry, typeof WebhookReceipt>;
type Heard = Parameters<Work<z.output<typeof ProviderEvent>, BookingUnit>>[0];
export type Naming = Pick<Heard['ports'], 'idFrom'>;

type Booked = Decision<z.output<typeof WebhookReceipt> | Committed, 'webhook-not-understood'>;

/** Books what a provider's event tells of money that came in or went out; of anything else nothing. */
export const bookProviderEvent = async ({ event, unit, ports, now }: Heard): Promise<Booked> => {
  const { type, data } = event;
  if (type === 'payment_intent.succeeded') return bookPayment(unit, ports, data.object, now);
  if (/^(refund|payout)\./.test(type)) return bookDisbursement(unit, data.object, now);
  return accept({ received: true, outcome: 'ignored' });
};
