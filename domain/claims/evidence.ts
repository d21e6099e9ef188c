import type { Policy } from '../policies/schema.ts';
import type { Inputs } from '../shared/form/schema.ts';
import { minutesBetween } from '../shared/zone.ts';
import type { FlightReport, InsuredFacts } from './facts.ts';
import type { Claim } from './schema.ts';

/** What others say of a claim, asked after it was taken, and what our own table shows. */
export type Evidence = {
  /** What the carrier says of the return parcel; absent where it does not know the waybill. */
  readonly parcel?: { readonly status: string; readonly signedAt?: string };
  readonly flights: readonly FlightReport[];
  /** Whether another policy insures the same object by now. */
  readonly insuredAgain: boolean;
  /** Whether another policy's claim holds this one's waybill. */
  readonly waybillTaken: boolean;
};

/**
 * Facts by the names that the products' fraud signals use; what nobody knows is left out (catalogue, common signals).
 */
export const fraudFacts = (policy: Policy, claim: Claim, evidence: Evidence): Inputs => {
  const policies = evidence.insuredAgain ? 2 : 1;
  const { from } = policy.period;
  return {
    imeiPolicies: policies,
    passengerFlightPolicies: policies,
    waybillClaims: evidence.waybillTaken ? 1 : 0,
    claimsOnPolicy: policy.claims.length,
    ...(from !== undefined && { hoursCovered: Math.floor(minutesBetween(from, claim.lossAt) / 60) }),
  };
};

/** The trigger is the seller's signature inside the term (catalogue 5.1); one outside it is for people to judge. */
export const signedOutside = ({ parcel }: Evidence, { from, to }: InsuredFacts): boolean => {
  const at = parcel?.signedAt;
  return at !== undefined && ((from !== undefined && at < from) || (to !== undefined && at >= to));
};
