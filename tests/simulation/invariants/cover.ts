import { type Book, eventsOf, policiesIn, sumOf, unless } from '../book.ts';
import type { Simulation } from '../simulation.ts';
import type { Check } from '../violation.ts';

type Given = { readonly book: Book; readonly simulation: Simulation };

/** M5: cover begins only under a premium that is paid or owed by the partner, and never before the contract. */
export const coverNeedsPremium = ({ book }: Given): Check => {
  const policies = policiesIn(book);
  const violations = policies.flatMap(({ id, state, records }) => {
    const all = records.flatMap(({ record }) => record.events.map(({ type }) => type));
    const begun = all.indexOf('policy.on-risk');
    const paid = all.indexOf('premium.received');
    const onCredit = state.terms.collection === 'partner';
    return [
      ...unless(begun < 0 || onCredit || (paid >= 0 && paid < begun), () => `${id} is in force without its premium.`),
      ...unless(
        state.period.from === undefined || begun < 0 || state.period.from >= state.terms.boundAt,
        () => `${id} is covered from ${state.period.from}, before its contract of ${state.terms.boundAt}.`,
      ),
    ];
  });
  return { invariant: 'M5', looked: policies.length, violations };
};

/** The most that one claim of each coverage can be worth, worked out from the product pages (catalogue 5.1 to 5.3). */
const freightBenefits: Readonly<Record<string, number>> = {
  same_province: 800,
  neighbour: 1200,
  far: 1800,
  remote: 2500,
};
const flightBenefits: Readonly<Record<string, number>> = { basic: 30_000, plus: 60_000 };

const ceilingOf = (coverage: string, object: Readonly<Record<string, unknown>>): number => {
  if (coverage === 'return-freight') return freightBenefits[String(object['distance'])] ?? 0;
  if (coverage === 'flight-delay') return flightBenefits[String(object['plan'])] ?? 0;
  const value = Number(object['deviceValue']);
  return coverage === 'screen' ? Math.round(value * 0.4) : value;
};
/** Coverages that pay once in a term; an accident is limited by the device's value over all its claims. */
const paysOnce = ['return-freight', 'flight-delay', 'screen', 'theft'];

type Approved = { readonly claimId: string; readonly amount: number };
const claimsViolations = (policy: ReturnType<typeof policiesIn>[number]): readonly string[] => {
  const { id, state, claims } = policy;
  const approvals = eventsOf<Approved>(policy, 'claim.approved');
  const coverageOf = (claimId: string): string => claims.find((one) => one.claimId === claimId)?.coverage ?? '';
  const byCoverage = Map.groupBy(approvals, ({ claimId }) => coverageOf(claimId));
  return [
    ...[...byCoverage].flatMap(([coverage, all]) => {
      const sum = sumOf(all.map(({ amount }) => amount));
      const most = ceilingOf(coverage, state.terms.object);
      return [
        ...unless(sum <= most, () => `${id} approves ${sum} on ${coverage}, which pays at most ${most}.`),
        ...unless(!paysOnce.includes(coverage) || all.length <= 1, () => `${id} pays ${coverage} ${all.length} times.`),
      ];
    }),
    ...claims.flatMap(({ claimId, status, approved }) => [
      ...unless(
        approved === undefined || ['approved', 'paid'].includes(status),
        () => `${claimId} was approved, and is ${status} again.`,
      ),
    ]),
    ...claims.flatMap(({ claimId, coverage, lossAt, approved = 0, paid = 0, reserve }) => [
      ...unless(paid <= approved, () => `${claimId} is paid ${paid}, but ${approved} was approved.`),
      ...unless(reserve >= 0, () => `${claimId} has a reserve of ${reserve}.`),
      ...unless(
        reserve <= ceilingOf(coverage, state.terms.object),
        () => `${claimId} has a reserve of ${reserve}, more than ${coverage} pays.`,
      ),
      ...unless(
        state.period.from === undefined || lossAt >= state.period.from || approved === 0,
        () => `${claimId} pays a loss of ${lossAt}, before cover.`,
      ),
    ]),
  ];
};

/** M6: payouts stay inside cover and limits, and the provider moved each of them once. */
export const payoutsWithinLimits = ({ book, simulation }: Given): Check => {
  const policies = policiesIn(book);
  const payouts = simulation.provider.movements().filter(({ instruction }) => instruction.kind === 'payout');
  const twice = [...Map.groupBy(payouts, ({ instruction }) => instruction.reference)].flatMap(([reference, all]) =>
    unless(all.length === 1, () => `The provider was made to pay ${reference} ${all.length} times.`),
  );
  return {
    invariant: 'M6',
    looked: sumOf(policies.map(({ claims }) => claims.length)),
    violations: [...policies.flatMap(claimsViolations), ...twice],
  };
};

type Cancelled = { readonly refund: { readonly gross: number; readonly tax: number; readonly commission: number } };

/** M7: of a cancelled premium, what is kept and what is returned are what was charged, and nothing stays unearned. */
export const cancellationsConserve = ({ book }: Given): Check => {
  const cancelled = policiesIn(book).filter(({ state }) => state.status === 'cancelled');
  const violations = cancelled.flatMap((policy) => {
    const { id, state } = policy;
    const [event] = eventsOf<Cancelled>(policy, 'policy.cancelled');
    const { gross, tax, commission } = state.terms.premium;
    const refund = event?.refund ?? { gross: -1, tax: -1, commission: -1 };
    const on = (account: string): number => state.balances[account] ?? 0;
    return [
      ...unless(refund.gross >= 0 && refund.gross <= gross, () => `${id} returns ${refund.gross} of ${gross}.`),
      ...unless(refund.tax >= 0 && refund.tax <= tax, () => `${id} returns ${refund.tax} of ${tax} tax.`),
      ...unless(refund.commission <= commission, () => `${id} takes back more commission than it paid.`),
      ...unless(on('unearned_premium') === 0, () => `${id} is cancelled, but has unearned premium.`),
      ...unless(
        -on('written_premium') - on('tax_payable') === gross - refund.gross,
        () => `${id} keeps other premium than ${gross - refund.gross}: ${JSON.stringify(state.balances)}.`,
      ),
    ];
  });
  return { invariant: 'M7', looked: cancelled.length, violations };
};

/** M8: an offer becomes at most one policy, at the price that was quoted. */
export const offersBoughtOnce = ({ book, simulation: _ }: Given, quoted: ReadonlyMap<string, number>): Check => {
  const policies = policiesIn(book);
  const byOffer = Map.groupBy(policies, ({ state }) => state.terms.offerId);
  return {
    invariant: 'M8',
    looked: policies.length,
    violations: [...byOffer].flatMap(([offerId, all]) => [
      ...unless(all.length === 1, () => `Offer ${offerId} was bought ${all.length} times.`),
      ...unless(
        all.every(({ state }) => !quoted.has(offerId) || state.terms.premium.gross === quoted.get(offerId)),
        () => `Offer ${offerId} was quoted at ${quoted.get(offerId)} and sold at another price.`,
      ),
    ]),
  };
};

/** M9: what the provider did is what stands in the books, and nothing stays open for ever. */
export const outcomesAreResolved = ({ book, simulation }: Given): Check => {
  const movements = new Map(simulation.provider.movements().map((one) => [one.instruction.reference, one]));
  const open = policiesIn(book).flatMap(({ id, state }) => state.disbursements.map((one) => ({ id, one })));
  const violations = open.flatMap(({ id, one }) => {
    const truth = movements.get(one.disbursementId)?.status;
    return unless(
      truth === one.status || (truth === 'failed' && one.status === 'returned'),
      () => `${one.disbursementId} of ${id} is ${one.status}, but at the provider it is ${truth}.`,
    );
  });
  return { invariant: 'M9', looked: open.length, violations };
};
