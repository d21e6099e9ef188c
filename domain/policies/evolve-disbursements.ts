import type { DisbursementEvent } from '../payments/events.ts';
import type { PolicyEvent } from './evolve.ts';
import type { Disbursement, Policy } from './schema.ts';

const isDisbursementEvent = (event: PolicyEvent): event is DisbursementEvent => event.type.startsWith('disbursement.');

const requested = (event: Extract<DisbursementEvent, { type: 'disbursement.requested' }>): Disbursement => {
  const { policyId: _own, currency: _policys, ...rest } = event.data;
  return { ...rest, status: 'requested', attempts: 0 };
};

const evolveOne = (
  before: Disbursement,
  event: Exclude<DisbursementEvent, { type: 'disbursement.requested' }>,
): Disbursement => {
  const { checkAt: _over, ...settled } = before;
  switch (event.type) {
    case 'disbursement.submitted':
      return { ...before, status: 'submitted', attempts: before.attempts + 1, checkAt: event.data.checkAt };
    case 'disbursement.unknown':
      return { ...before, status: 'unknown', checkAt: event.data.checkAt };
    case 'disbursement.check-due':
      return { ...before, attempts: event.data.attempts, checkAt: event.data.checkAt };
    case 'disbursement.succeeded':
      return { ...settled, status: 'succeeded' };
    case 'disbursement.failed':
      return { ...settled, status: 'failed' };
    case 'disbursement.returned':
      return { ...settled, status: 'returned' };
  }
};

/** A refund that arrived closes the premium, and one that came back opens it again. */
const premiumAfter = (before: Policy['premium'], disbursements: readonly Disbursement[]): Policy['premium'] => {
  if (before !== 'refunding' && before !== 'refunded') return before;
  const arrived = disbursements.some((one) => one.kind === 'refund' && one.status === 'succeeded');
  return arrived ? 'refunded' : 'refunding';
};

/** Keeps the policy's outgoing money by its instruction. */
export const evolveDisbursements = (before: Policy, event: PolicyEvent): Policy => {
  if (!isDisbursementEvent(event)) return before;
  if (event.type === 'disbursement.requested') {
    return { ...before, disbursements: [...before.disbursements, requested(event)] };
  }
  const { disbursementId } = event.data;
  const disbursements = before.disbursements.map((one) =>
    one.disbursementId === disbursementId ? evolveOne(one, event) : one,
  );
  return { ...before, disbursements, premium: premiumAfter(before.premium, disbursements) };
};
