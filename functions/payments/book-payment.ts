import { keepUnmatched, type Payment, receivePayment } from '../../domain/payments/receive-payment.ts';
import { SucceededPayment } from '../../domain/payments/webhook/schema.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import type { PortsOf } from '../_kit/ports.ts';
import type { payments } from './contract.ts';
import { waitingPlaces } from './waiting-places.ts';

type Ports = PortsOf<typeof payments.endpoints.receivePaymentWebhook>;
type Unit = ReturnType<Ports['under']>;

const offerIdPattern = /^off_[0-9a-hjkmnp-tv-z]{26}$/;

const paymentIn = (object: unknown): Payment | undefined => {
  const parsed = SucceededPayment.safeParse(object);
  if (!parsed.success) return undefined;
  const { id, amount_received: amount, currency, metadata } = parsed.data;
  const offerId = metadata?.offer_id;
  const named = typeof offerId === 'string' && offerIdPattern.test(offerId);
  return { paymentId: id, amount, currency: currency.toUpperCase(), ...(named && { offerId }) };
};

/** An id that no policy has, for payments that name no offer: the one consistent read stays one. */
const nobody = 'pol_00000000000000000000000000';

/**
 * Early money waits in its offer's places, where the bind of that offer finds all of it. Any other money, and more
 * than the places hold, waits under its own id, so that none ever hides another.
 */
const loadFor = async (unit: Unit, ports: Ports, payment: Payment) => {
  const own = ports.idFrom('unm', 'payment', payment.paymentId);
  if (payment.offerId === undefined) {
    return { unmatchedId: own, ...(await unit.load({ policy: nobody, unmatched: own })) };
  }
  const policyId = ports.idFrom('pol', 'offer', payment.offerId);
  for (const unmatchedId of waitingPlaces(ports, payment.offerId)) {
    const found = await unit.load({ policy: policyId, unmatched: unmatchedId });
    if (found.unmatched?.paymentId === payment.paymentId) return { unmatchedId, ...found };
    if (found.unmatched === undefined && found.policy === undefined) return { unmatchedId, ...found };
    if (found.unmatched === undefined) break;
  }
  return { unmatchedId: own, ...(await unit.load({ policy: policyId, unmatched: own })) };
};

/**
 * Books a payment under its event's id: on the policy, or among the unmatched, or nowhere because it stands already.
 */
export const bookPayment = async (unit: Unit, ports: Ports, object: unknown, now: string) => {
  const payment = paymentIn(object);
  if (payment === undefined) return refuse('webhook-not-understood', { type: 'payment_intent.succeeded' });

  const { policy, unmatched, unmatchedId } = await loadFor(unit, ports, payment);
  const given = { now, disbursementId: ports.idFrom('dsb', 'payment', payment.paymentId) };
  const receipt = unmatched === undefined ? receivePayment(policy, payment, given) : ({ to: 'nobody' } as const);
  if (receipt.to === 'nobody') return accept({ received: true, outcome: 'known' } as const);

  if (receipt.to === 'policy') {
    return unit.commit({ policy: receipt.outcome }, (after) => ({
      received: true,
      outcome: after.policy.status === 'cancelled' ? 'unapplied' : 'applied',
    }));
  }
  const meant = policy === undefined ? payment : { ...payment, policyId: policy.policyId };
  const kept = keepUnmatched(unmatchedId, receipt.reason, meant, now);
  // A bind that wins the race must find this money, so the policy must still be absent when it is kept (design §5).
  const extra = policy === undefined ? ({ absent: 'policy' } as const) : {};
  return unit.commit({ unmatched: kept }, () => ({ received: true, outcome: 'unmatched' }), extra);
};
