import { claimAsOf } from '../../domain/claims/as-of.ts';
import { policyIdOf } from '../../domain/claims/report-claim.ts';
import { type Claim, SealedForm } from '../../domain/claims/schema.ts';
import { claimFile, claimView } from '../../domain/claims/view/claim-view.ts';
import { type EffectiveRecord, policyAsOf } from '../../domain/policies/as-of.ts';
import type { Policy } from '../../domain/policies/schema.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import type { Viewpoint } from '../../domain/shared/viewpoint.ts';
import { implement } from '../_kit/implement.ts';
import { includedIn } from '../_kit/include.ts';
import { policyViewOf } from '../_kit/policy-view.ts';
import type { PortsOf } from '../_kit/ports.ts';
import type { Actor } from '../_kit/record.ts';
import { recordsFrom, viewpointOf } from '../_kit/viewpoint.ts';
import { claims } from './contract.ts';

const contract = claims.endpoints.getClaim;
type Ports = PortsOf<typeof contract>;

/** The claim with as much of it as the caller may see; what is sealed opens for those alone who may read it. */
const detailOf = async (ports: Ports, claim: Claim, { customerId }: Policy['terms'], actor: Actor) => {
  if (actor.kind !== 'person') return claimView(claim);
  if (!actor.scopes.includes('claims:personal')) return claimFile(claim);
  const { vault } = await ports.load({ vault: customerId });
  if (vault === undefined) return claimFile(claim);
  const { form } = SealedForm.parse(await ports.open(vault, customerId, claim.sealedForm));
  const sealedNote = claim.assessed?.sealedNote;
  const note = sealedNote === undefined ? {} : { note: String(await ports.open(vault, customerId, sealedNote)) };
  return { ...claimFile(claim), form, ...note };
};

/** The claim and its policy as they stood, from the records that tell of both. */
const past = async (ports: Ports, claimId: string, viewpoint: Viewpoint) => {
  const records = await recordsFrom(ports, { kind: 'policy', id: policyIdOf(claimId) }, viewpoint);
  return {
    claim: claimAsOf(records, claimId, viewpoint),
    policy: policyAsOf(records as readonly EffectiveRecord[], viewpoint),
  };
};

export const endpoint = implement(contract, async ({ params, query, actor, ports }) => {
  const { claimId } = params;
  const now = await ports.load({ claim: claimId, policy: policyIdOf(claimId) });
  const viewpoint = viewpointOf(query);
  const exists = now.claim !== undefined && now.policy !== undefined;
  const { claim, policy } = exists && viewpoint !== undefined ? await past(ports, claimId, viewpoint) : now;
  if (claim === undefined || policy === undefined) return refuse('claim-not-found', { claimId });

  const detail = await detailOf(ports, claim, policy.terms, actor);
  const wanted = includedIn(query);
  return accept({ ...detail, ...(wanted.has('policy') && { included: { policy: policyViewOf(ports, policy) } }) });
});
