import { policyIdOf } from '../../domain/claims/report-claim.ts';
import { SealedForm } from '../../domain/claims/schema.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { claims } from './contract.ts';
import { fileOf, viewOf } from './view.ts';

export const endpoint = implement(claims.endpoints.getClaim, async ({ params, actor, ports }) => {
  const { claimId } = params;
  const { claim, policy } = await ports.load({ claim: claimId, policy: policyIdOf(claimId) });
  if (claim === undefined || policy === undefined) return refuse('claim-not-found', { claimId });
  if (actor.kind !== 'person') return accept(viewOf(claim));
  if (!actor.scopes.includes('claims:personal')) return accept(fileOf(claim));

  const { customerId } = policy.terms;
  const { vault } = await ports.load({ vault: customerId });
  if (vault === undefined) return accept(fileOf(claim));
  const { form } = SealedForm.parse(await ports.open(vault, customerId, claim.sealedForm));
  const sealedNote = claim.assessed?.sealedNote;
  const note = sealedNote === undefined ? {} : { note: String(await ports.open(vault, customerId, sealedNote)) };
  return accept({ ...fileOf(claim), form, ...note });
});
