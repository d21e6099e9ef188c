import { applyUnmatched } from '../../domain/payments/apply-unmatched.ts';
import type { PolicyBound } from '../../domain/policies/events.ts';
import { subscribe } from '../_kit/implement.ts';
import { payments } from './contract.ts';

export const subscriber = subscribe(payments.subscribers.applyUnmatchedMoney, async ({ event, now, ports }) => {
  const { policyId, terms } = event.data as PolicyBound['data'];
  const unmatchedId = ports.idFrom('unm', 'offer', terms.offerId);
  const { policy, unmatched } = await ports.load({ policy: policyId, unmatched: unmatchedId });
  if (policy === undefined || unmatched === undefined) return;
  const applied = applyUnmatched(policy, unmatched, now);
  if (applied !== undefined) await ports.commit(applied, () => undefined);
});
