import { adjudicateClaim } from '../../domain/claims/adjudicate-claim.ts';
import { waybillOf } from '../../domain/claims/claim-form.ts';
import type { ClaimTerms } from '../../domain/claims/claim-terms.ts';
import type { Evidence } from '../../domain/claims/evidence.ts';
import { flightReports } from '../../domain/claims/flight-reports.ts';
import { claimAllows } from '../../domain/claims/lifecycle.ts';
import { policyIdOf } from '../../domain/claims/report-claim.ts';
import { type Claim, ClaimId, SealedForm } from '../../domain/claims/schema.ts';
import type { Policy } from '../../domain/policies/schema.ts';
import { subscribe } from '../_kit/implement.ts';
import type { PortsOf } from '../_kit/ports.ts';
import { claims } from './contract.ts';
import { termsOf } from './terms-of.ts';

const contract = claims.subscribers.adjudicateClaim;
type Ports = PortsOf<typeof contract>;
type Known = { readonly policy: Policy; readonly claim: Claim; readonly vault: string | undefined };

const howOf = ({ rules }: ClaimTerms, { coverage }: Claim) => rules.coverages.find(({ code }) => code === coverage);

/** Asks the carrier about the waybill in the sealed form; without the person's key nobody knows it any more. */
const askCarrier = async (ports: Ports, { policy, claim, vault }: Known): Promise<Pick<Evidence, 'parcel'>> => {
  const how = howOf(termsOf(policy), claim);
  if (how?.decision.rule !== 'parcel-status' || vault === undefined) return {};
  const { form } = SealedForm.parse(await ports.open(vault, policy.terms.customerId, claim.sealedForm));
  const waybill = waybillOf(how, form);
  const parcel = waybill === undefined ? undefined : await ports.tracking.parcel(waybill);
  return parcel === undefined ? {} : { parcel };
};

const askAirports = async (ports: Ports, { policy, claim }: Known): Promise<Evidence['flights']> => {
  if (howOf(termsOf(policy), claim)?.decision.rule !== 'flight-sources') return [];
  const { flightNumber, flightDate } = policy.terms.object;
  return flightReports(await ports.flights.status(String(flightNumber), String(flightDate)));
};

/** The sources are asked before anything is written: when one fails, the delivery fails and comes again. */
export const subscriber = subscribe(contract, async ({ event, now, ports }) => {
  const claimId = ClaimId.parse(Object(event.data).claimId);
  const wanted = { policy: policyIdOf(claimId), claim: claimId };
  const seen = await ports.load(wanted);
  if (seen.policy === undefined || seen.claim === undefined) throw new Error(`${claimId} is announced but not there.`);
  if (!claimAllows(seen.claim.status, 'adjudicate')) return;

  const { customerId, holds } = seen.policy.terms;
  const everything = await ports.load({ ...wanted, vault: customerId }, [...holds, ...seen.claim.holds]);
  const { policy = seen.policy, claim = seen.claim, vault, holders } = everything;
  const known = { policy, claim, vault };
  const others = holders.map((holder) => holder !== undefined && holder !== policy.policyId);
  const evidence: Evidence = {
    ...(await askCarrier(ports, known)),
    flights: await askAirports(ports, known),
    insuredAgain: others.slice(0, holds.length).includes(true),
    waybillTaken: others.slice(holds.length).includes(true),
  };
  const disbursementId = ports.idFrom('dsb', 'payout', claimId);
  const deciding = { by: contract.id, now, disbursementId, evidence };
  const decision = adjudicateClaim(policy, claim, termsOf(policy), deciding);
  if (decision.events.length > 0) await ports.commit({ policy: decision }, () => undefined);
});
