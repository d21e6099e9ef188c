import { applyUnmatched } from '../../domain/payments/apply-unmatched.ts';
import type { PolicyBound } from '../../domain/policies/events.ts';
import { subscribe } from '../_kit/implement.ts';
import { payments } from './contract.ts';
import { waitingPlaces } from './waiting-places.ts';

export const subscriber = subscribe(payments.subscribers.applyUnmatchedMoney, async ({ event, now, ports }) => {
  const { policyId, terms } = event.data as PolicyBound['data'];
  for (const unmatchedId of waitingPlaces(ports, terms.offerId)) {
    const { policy, unmatched } = await ports.load({ policy: policyId, unmatched: unmatchedId });
    if (policy === undefined || unmatched === undefined) return;
    const applied = applyUnmatched(policy, unmatched, now);
    // One payment pays the premium; any further one stays where finance sees it.
    if (applied !== undefined) return void (await ports.commit(applied, () => undefined));
  }
});
