import { findDisbursement, type Heard, settleDisbursement } from '../../domain/payments/disburse.ts';
import { ReportedDisbursement } from '../../domain/payments/webhook/schema.ts';
import { accept } from '../../domain/shared/decision.ts';
import type { BookingUnit } from './book-provider-event.ts';

const policyIdPattern = /^pol_[0-9a-hjkmnp-tv-z]{26}$/;

const heardFrom = ({
  id,
  status,
  failure_reason,
  failure_code,
}: ReturnType<typeof ReportedDisbursement.parse>): Heard => {
  if (status === 'succeeded' || status === 'paid') return { status: 'succeeded', providerId: id };
  const reason = failure_reason ?? failure_code ?? status;
  return status === 'failed' || status === 'canceled' ? { status: 'failed', reason } : { status: 'pending' };
};

/**
 * Books what the provider reports about money on its way out; a report on what is not ours, or stands already, moves
 * nothing.
 */
export const bookDisbursement = async (unit: BookingUnit, object: unknown, now: string) => {
  const ignored = accept({ received: true, outcome: 'ignored' } as const);
  const parsed = ReportedDisbursement.safeParse(object);
  if (!parsed.success || !policyIdPattern.test(parsed.data.metadata.policy_id)) return ignored;

  const { reference, policy_id: policyId } = parsed.data.metadata;
  const first = await unit.load({ policy: policyId });
  const claimId = first.policy === undefined ? undefined : findDisbursement(first.policy, reference)?.claimId;
  const { policy } = claimId === undefined ? first : await unit.load({ policy: policyId, claim: claimId });
  const one = policy === undefined ? undefined : findDisbursement(policy, reference);
  if (policy === undefined || one === undefined) return ignored;

  const outcome = settleDisbursement(policy, one, heardFrom(parsed.data), now);
  if (outcome.events.length === 0) return accept({ received: true, outcome: 'known' } as const);
  return unit.commit({ policy: outcome }, () => ({ received: true, outcome: 'applied' }));
};
