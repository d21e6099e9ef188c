import { rejectClaim } from '../../domain/claims/reject-claim.ts';
import { policyIdOf } from '../../domain/claims/report-claim.ts';
import { claimFile } from '../../domain/claims/view/claim-view.ts';
import { refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { claims } from './contract.ts';
import { termsOf } from './terms-of.ts';
import { claimAfter } from './view.ts';

export const endpoint = implement(claims.endpoints.rejectClaim, async ({ params, body, actor, now, ports }) => {
  const { claimId } = params;
  const { policy, claim } = await ports.load({ policy: policyIdOf(claimId), claim: claimId });
  if (policy === undefined || claim === undefined) return refuse('claim-not-found', { claimId });

  const decision = rejectClaim(policy, claim, termsOf(policy), { reasons: body.reasons, by: actor.id, now });
  if (!decision.ok) return decision;
  return ports.commit({ policy: decision.value }, () => claimFile(claimAfter(claim, decision.value.events)));
});
