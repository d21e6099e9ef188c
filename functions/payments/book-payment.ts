import { keepUnmatched, type Payment, receivePayment } from '../../domain/payments/receive-payment.ts';
import { SucceededPayment } from '../../domain/payments/webhook/schema.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import type { BookingUnit, Naming } from './book-provider-event.ts';
import { waitingPlaces } from './waiting-places.ts';

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
const loadFor = async (unit: BookingUnit, ports: Naming, payment: Payment) => {
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
export const bookPayment = async (unit: BookingUnit, ports: Naming, object: unknown, now: string) => {
  const payment = paymentIn(object);
  if (payment === undefined) return refuse('webhook-not-understood', { type: 'payment_intent.succeeded' });

  const { policy, unmatched, unmatchedId } = await loadFor(unit, ports, payment);
  const given = { now, disbursementId: ports.idFrom('dsb', 'payment', payment.paymentId) };
  const receipt = unmatched === undefined ? receivePayment(policy, payment, given) : ({ to: 'nobody' } as const);
  if (receipt.to === 'nobody') return accept({ received: true, outcome: 'known' } as const);

  if (receipt.to === 'policy') {
    // Money that is given back must not be kept as well: a read of several items is no snapshot.
    const extra = policy?.status === 'cancelled' ? ({ unchanged: 'unmatched' } as const) : {};
    const outcome = policy?.status === 'cancelled' ? 'unapplied' : 'applied';
    return unit.commit({ policy: receipt.outcome }, () => ({ received: true, outcome }), extra);
  }
  const meant = policy === undefined ? payment : { ...payment, policyId: policy.policyId };
  const kept = keepUnmatched(unmatchedId, receipt.reason, meant, now);
  // A bind that wins the race must find this money (design §5), and so must a cancellation: another event of the same
  // payment would give back what is kept here. So the policy must still be as it was read.
  return unit.commit({ unmatched: kept }, () => ({ received: true, outcome: 'unmatched' }), { unchanged: 'policy' });
};
