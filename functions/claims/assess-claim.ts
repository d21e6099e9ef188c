import { assessByHand } from '../../domain/claims/assess-by-hand.ts';
import { policyIdOf } from '../../domain/claims/report-claim.ts';
import { claimFile } from '../../domain/claims/view/claim-view.ts';
import { refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { claims } from './contract.ts';
import { termsOf } from './terms-of.ts';
import { claimAfter } from './view.ts';

export const endpoint = implement(claims.endpoints.assessClaim, async ({ params, body, actor, now, ports }) => {
  const { claimId } = params;
  const wanted = { policy: policyIdOf(claimId), claim: claimId };
  const seen = await ports.load(wanted);
  if (seen.policy === undefined || seen.claim === undefined) return refuse('claim-not-found', { claimId });

  const { customerId } = seen.policy.terms;
  const { policy = seen.policy, claim = seen.claim, vault } = await ports.load({ ...wanted, vault: customerId });
  const { note, ...findings } = body;
  if (note !== undefined && vault === undefined) throw new Error(`${claimId} is about somebody whose key is gone.`);
  const sealed = note !== undefined && vault !== undefined && { sealedNote: await ports.seal(vault, customerId, note) };
  const decision = assessByHand(policy, claim, termsOf(policy), { ...findings, ...sealed, by: actor.id, now });
  if (!decision.ok) return decision;
  return ports.commit({ policy: decision.value }, () => claimFile(claimAfter(claim, decision.value.events)));
});
