import type { Endpoint } from '../../../functions/_kit/implement.ts';
import type { FlightFacts, Services } from '../../../functions/_kit/services.ts';
import { subscriber as adjudicateClaim } from '../../../functions/claims/adjudicate-claim.ts';
import { endpoint as approveClaim } from '../../../functions/claims/approve-claim.ts';
import { endpoint as assessClaim } from '../../../functions/claims/assess-claim.ts';
import { endpoint as getClaim } from '../../../functions/claims/get-claim.ts';
import { endpoint as listClaims } from '../../../functions/claims/list-claims.ts';
import { endpoint as listClaimsToDecide } from '../../../functions/claims/list-claims-to-decide.ts';
import { endpoint as rejectClaim } from '../../../functions/claims/reject-claim.ts';
import { endpoint as reportClaim } from '../../../functions/claims/report-claim.ts';
import { fireDueItem } from '../../../functions/policies/fire-due-item.ts';
import { endpoint as getPolicy } from '../../../functions/policies/get-policy.ts';
import { endpoint as recordMilestone } from '../../../functions/policies/record-milestone.ts';
import { deliver } from '../../support/deliver.ts';
import { aTelling } from '../../support/due.ts';
import { aPolicy, type ProductName, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { type Answer, type Asked, aWorld, type WorldOptions } from '../../support/world.ts';

type Json = Record<string, unknown>;
export type ClaimsWorld = Awaited<ReturnType<typeof aClaimsWorld>>;

const handling = [reportClaim, getClaim, listClaims, listClaimsToDecide, assessClaim, approveClaim, rejectClaim];

/** A world that sells and handles claims, with a bus that brings them to adjudication. */
export const aClaimsWorld = async (
  services: Partial<Services> = {},
  options: WorldOptions = {},
  more: readonly Endpoint[] = [],
) => {
  const world = await aWorld([...sellingEndpoints, getPolicy, recordMilestone, ...handling, ...more], {
    ...options,
    services: { offerKeys: someOfferKeys(), ...services },
  });
  return { ...world, bus: deliver(world, [adjudicateClaim]) };
};

/** A carrier that tells of every waybill what it is told to tell. */
export const carrier = (parcel: { status: string; signedAt?: string } | undefined): Pick<Services, 'tracking'> => ({
  tracking: { parcel: async () => (parcel === undefined ? undefined : { ...parcel, source: 'carrier' }) },
});

export const airports = (answers: readonly FlightFacts[]): Pick<Services, 'flights'> => ({
  flights: { status: async () => answers },
});

type Person = NonNullable<Asked['as']>;
export const handler = (id = 'handler-1'): Person => ({ kind: 'person', id, roles: ['claims_handler'] });
export const approver = (id = 'approver-1'): Person => ({ kind: 'person', id, roles: ['claims_approver'] });

export const payee = 'ba_1QK2v9L0aZ4xYw7T';
export const waybill = 'SF1234567890';
const returned = { waybillNumber: waybill, returnKind: 'return', paidBy: 'buyer', onPlatform: true };

/** A return-freight policy whose parcel was shipped a day after the bind, so that cover has begun. */
export const shipped = async (world: ClaimsWorld, risk: Json = {}): Promise<string> => {
  const { policyId } = await aPolicy(world, 'return-freight', { risk });
  world.time.now = '2026-11-24T08:00:00.000Z';
  const milestone = { milestone: 'shipment_confirmed', occurredAt: '2026-11-24T08:00:00.000Z' };
  await world.call('recordMilestone', { params: { policyId }, body: milestone });
  world.time.now = '2026-11-25T08:00:00.000Z';
  return policyId;
};

/** A phone of 4 999.00 with screen cover, a month into its term. */
export const aPhone = async (world: ClaimsWorld, risk: Json = {}): Promise<string> => {
  const { policyId } = await aPolicy(world, 'device-protection', { risk });
  world.time.now = '2026-12-23T08:00:00.000Z';
  return policyId;
};

/** A passenger on MU5101 of 25 November with the basic plan, in the evening after the flight came in, however late. */
export const aFlight = async (world: ClaimsWorld, options: Json = {}): Promise<string> => {
  const { policyId } = await aPolicy(world, 'flight-delay', { risk: options });
  world.time.now = '2026-11-25T18:00:00.000Z';
  return policyId;
};

/** What a source says of that flight, scheduled in at 21:00 in Shanghai; late by so many minutes. */
export const arrived = (source: string, lateMinutes: number, official = false): FlightFacts => ({
  source,
  official,
  cancelled: false,
  scheduledArrival: '2026-11-25T13:00:00.000Z',
  actualArrival: new Date(Date.parse('2026-11-25T13:00:00.000Z') + lateMinutes * 60_000).toISOString(),
});

const notices: Readonly<Record<ProductName, Json>> = {
  'return-freight': { coverage: 'return-freight', lossAt: '2026-11-24T18:00:00+08:00', form: returned, payee },
  'device-protection': {
    coverage: 'screen',
    lossAt: '2026-12-22T12:00:00+08:00',
    form: { repairQuote: 120_000 },
    payee,
  },
  'flight-delay': { coverage: 'flight-delay', lossAt: '2026-11-25T22:45:00+08:00', form: {}, payee },
};

/** Reports a loss as the shop would, in the middle of the term; `asked` changes the request and the rest its body. */
export const report = (
  world: ClaimsWorld,
  product: ProductName,
  policyId: string,
  { asked, ...change }: Json & { readonly asked?: Asked } = {},
) => world.call('reportClaim', { params: { policyId }, body: { ...notices[product], ...change }, ...asked });

export const claimIdIn = (answer: Answer): string => {
  const { claimId } = answer.body as { claimId?: string };
  if (claimId === undefined) throw new Error(`No claim: ${answer.text}`);
  return claimId;
};

/** Everything about a claim, as the people see it who decide it. */
export const fileOf = async (world: ClaimsWorld, claimId: string): Promise<Json & { status: string; handling: Json }> =>
  (await world.call('getClaim', { params: { claimId }, as: handler() })).body as Json & {
    status: string;
    handling: Json;
  };

/** The status that a claim has in the table, and why it has it. */
export const standing = async (world: ClaimsWorld, claimId: string) => {
  const { status, handling, ...rest } = await fileOf(world, claimId);
  return { status, ...rest, ...handling };
};

/** Moves the clock to the policy's next wake-up and fires what is due then; answers the instant. */
export const whenDue = async (world: ClaimsWorld, policyId: string): Promise<string> => {
  const wakeUps = world.engine
    .items()
    .filter(({ pk, sk }) => String(pk).startsWith('DUE#') && String(sk).endsWith(policyId))
    .map(({ sk }) => String(sk).slice(0, 24));
  const [at] = wakeUps.toSorted();
  if (at === undefined) throw new Error(`${policyId} has nothing due.`);
  world.time.now = at;
  await fireDueItem(world.platform, { tenant: 'shop-a', kind: 'policy', id: policyId, at }, aTelling);
  await world.bus.untilQuiet();
  return at;
};

/** The policy's sub-ledger: balances by account in minor units. */
export const balancesOf = (world: ClaimsWorld, policyId: string): Json => {
  const item = world.engine.items().find(({ pk, sk }) => String(pk).endsWith(policyId) && sk === 'STATE');
  const { balances } = (item?.['s'] ?? {}) as { balances?: Json };
  if (balances === undefined) throw new Error(`${policyId} is not there.`);
  return balances;
};
