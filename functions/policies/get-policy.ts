import { claimAsOf } from '../../domain/claims/as-of.ts';
import type { Claim } from '../../domain/claims/schema.ts';
import { claimFile, claimView } from '../../domain/claims/view/claim-view.ts';
import { PersonalData } from '../../domain/customers/schema.ts';
import { customerDetail } from '../../domain/customers/view/customer-view.ts';
import { type EffectiveRecord, policyAsOf } from '../../domain/policies/as-of.ts';
import type { Policy } from '../../domain/policies/schema.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import type { Viewpoint } from '../../domain/shared/viewpoint.ts';
import { implement } from '../_kit/implement.ts';
import { includedIn } from '../_kit/include.ts';
import { policyViewOf } from '../_kit/policy-view.ts';
import type { PortsOf } from '../_kit/ports.ts';
import type { Actor, OperationRecord } from '../_kit/record.ts';
import { recordsFrom, viewpointOf } from '../_kit/viewpoint.ts';
import { policies } from './contract.ts';

const contract = policies.endpoints.getPolicy;
type Ports = PortsOf<typeof contract>;
type Past = { readonly viewpoint: Viewpoint; readonly records: readonly OperationRecord[] } | undefined;

/** The customer as `getCustomer` shows one; absent where there is no key any more to open the data with. */
const customerOf = async (ports: Ports, customerId: string, { scopes }: Actor) => {
  const { customer, vault } = await ports.load({ customer: customerId, vault: customerId });
  if (customer === undefined || vault === undefined) return {};
  const personal = PersonalData.parse(await ports.open(vault, customerId, customer.personal));
  return { customer: customerDetail(customer, personal, scopes.includes('customers:personal')) };
};

/** The policy's claims, as the caller would see each, but for the forms: those are shown one by one. */
const claimsOf = async (ports: Ports, policy: Policy, { kind }: Actor, past: Past) => {
  const ids = policy.claims.map(({ claimId }) => claimId);
  const claims: readonly (Claim | undefined)[] =
    past === undefined
      ? (await ports.load({ claim: ids })).claim
      : ids.map((claimId) => claimAsOf(past.records, claimId, past.viewpoint));
  const shown = kind === 'person' ? claimFile : claimView;
  return { claims: claims.flatMap((claim) => (claim === undefined ? [] : [shown(claim)])) };
};

export const endpoint = implement(contract, async ({ params, query, actor, ports }) => {
  const { policyId } = params;
  const { policy } = await ports.load({ policy: policyId });
  if (policy === undefined) return refuse('policy-not-found', { policyId });

  const viewpoint = viewpointOf(query);
  const past =
    viewpoint === undefined
      ? undefined
      : { viewpoint, records: await recordsFrom(ports, { kind: 'policy', id: policyId }, viewpoint) };
  const seen = past === undefined ? policy : policyAsOf(past.records as readonly EffectiveRecord[], past.viewpoint);
  if (seen === undefined) return refuse('policy-not-found', { policyId });

  const wanted = includedIn(query);
  const included = {
    ...(wanted.has('customer') && (await customerOf(ports, seen.terms.customerId, actor))),
    ...(wanted.has('claims') && (await claimsOf(ports, seen, actor, past))),
  };
  return accept({ ...policyViewOf(ports, seen), ...(wanted.size > 0 && { included }) });
});
