import { alertRaised } from '../../domain/alerts/events.ts';
import { ProviderEvent } from '../../domain/payments/webhook/schema.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import type { PortsOf } from '../_kit/ports.ts';
import { besides } from '../_kit/signals.ts';
import { bookDisbursement } from './book-disbursement.ts';
import { bookPayment } from './book-payment.ts';
import { payments } from './contract.ts';

const contract = payments.endpoints.receivePaymentWebhook;

/** One alert per hour, however many forgeries come: an attacker must not be able to make us write at will. */
const alertOfForgery = async (ports: PortsOf<typeof contract>, tenant: string, now: string): Promise<void> => {
  const hour = now.slice(0, 13);
  const alertId = ports.idFrom('alr', 'webhook-signature', hour);
  const unit = ports.under(`webhook-signature ${hour}`);
  const { alert } = await unit.load({ alert: alertId });
  if (alert !== undefined) return;
  const raised = alertRaised({
    alertId,
    severity: 'orange',
    cause: 'webhook-signature',
    subject: tenant,
    facts: { hour },
    raisedAt: now,
  });
  await unit.commit({ alert: { events: [raised], postings: [] } }, () => ({ received: true, outcome: 'ignored' }));
};

export const endpoint = implement(contract, async ({ tenant, raw, now, wall, ports }) => {
  const signature = raw.headers['stripe-signature'] ?? '';
  const event = await ports.providerWebhooks.verify({ tenant, rawBody: raw.body, signature, wall });
  if (event === undefined) {
    await besides(() => alertOfForgery(ports, tenant, now));
    return refuse('webhook-signature-invalid', { toleranceSeconds: 300 });
  }
  const parsed = ProviderEvent.safeParse(event);
  if (!parsed.success) return refuse('webhook-not-understood');

  const { id, type, data } = parsed.data;
  if (type === 'payment_intent.succeeded') return bookPayment(ports.under(id), ports, data.object, now);
  if (/^(refund|payout)\./.test(type)) return bookDisbursement(ports.under(id), data.object, now);
  return accept({ received: true, outcome: 'ignored' });
});
