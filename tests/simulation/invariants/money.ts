import { type Book, eventsOf, policiesIn, sumOf, unless } from '../book.ts';
import type { Simulation } from '../simulation.ts';
import type { Check } from '../violation.ts';

type Given = { readonly book: Book; readonly simulation: Simulation };

/** M1: each payment of which the provider told us stands on one policy, or among the unmatched, once. */
export const paymentsAppliedOnce = ({ book, simulation }: Given): Check => {
  const { payments } = simulation.provider;
  const onPolicies = policiesIn(book).flatMap(({ tenant, state }) =>
    Object.entries(state.payments).map(([paymentId, amount]) => ({ tenant, paymentId, amount })),
  );
  const unmatched = book.chains.flatMap(({ kind, tenant, state }) => {
    const { paymentId, amount, status } = Object(state);
    return kind === 'unmatched' && status === 'open' ? [{ tenant, paymentId, amount }] : [];
  });
  const violations = payments.flatMap(({ tenant, paymentId, amount }) => {
    const places = [...onPolicies, ...unmatched].filter((one) => one.paymentId === paymentId && one.tenant === tenant);
    return [
      ...unless(places.length === 1, () => `Payment ${paymentId} stands at ${places.length} places.`),
      ...unless(
        places.every((place) => place.amount === amount),
        () => `Payment ${paymentId} of ${amount} is booked as ${places[0]?.amount}.`,
      ),
    ];
  });
  const known = new Set(payments.map(({ paymentId }) => paymentId));
  const invented = [...onPolicies, ...unmatched].filter(({ paymentId }) => !known.has(paymentId));
  return {
    invariant: 'M1',
    looked: payments.length,
    violations: [...violations, ...invented.map(({ paymentId }) => `Nobody ever paid ${paymentId}.`)],
  };
};

/** M2: entries balance, the sub-ledger is their fold, and all of them together are nothing. */
export const ledgersBalance = ({ book }: Given): Check => {
  const violations: string[] = [];
  const trial = new Map<string, number>();
  let looked = 0;
  for (const { id, records } of book.chains) {
    for (const { record } of records) {
      looked += 1;
      const sum = sumOf(record.postings.map(({ amount }) => amount));
      violations.push(...unless(sum === 0, () => `Record ${record.seq} of ${id} misses zero by ${sum}.`));
      for (const { account, amount } of record.postings) trial.set(account, (trial.get(account) ?? 0) + amount);
    }
  }
  for (const { id, state, records } of policiesIn(book)) {
    const folded: Record<string, number> = {};
    for (const { account, amount } of records.flatMap(({ record }) => record.postings))
      folded[account] = (folded[account] ?? 0) + amount;
    const accounts = new Set([...Object.keys(folded), ...Object.keys(state.balances)]);
    for (const account of accounts) {
      const [kept, told] = [state.balances[account] ?? 0, folded[account] ?? 0];
      violations.push(...unless(kept === told, () => `${id}: ${account} is ${kept}, its records say ${told}.`));
    }
  }
  violations.push(...unless(sumOf(trial.values()) === 0, () => `The trial balance is ${sumOf(trial.values())}.`));
  return { invariant: 'M2', looked, violations };
};

/** What the provider really moved must be what the books call cash: payments in, refunds and payouts out. */
export const cashIsWhatMoved = ({ book, simulation }: Given): Check => {
  const { provider } = simulation;
  const cash = sumOf(
    book.chains
      .flatMap(({ records }) => records.flatMap(({ record }) => record.postings))
      .filter(({ account }) => account === 'cash')
      .map(({ amount }) => amount),
  );
  const settled = sumOf(
    book.chains.flatMap((chain) =>
      eventsOf(chain, 'statement.settled')
        .slice(0, 1)
        .map(({ amount }) => Number(amount)),
    ),
  );
  const paidIn = sumOf(provider.payments.map(({ amount }) => amount));
  const paidOut = sumOf(
    provider.movements().flatMap(({ instruction, status }) => (status === 'succeeded' ? [instruction.amount] : [])),
  );
  return {
    invariant: 'M2',
    looked: provider.payments.length + provider.movements().length,
    violations: unless(
      cash === paidIn - paidOut + settled,
      () => `Cash is ${cash}, but ${paidIn} came in, ${paidOut} went out and ${settled} was settled.`,
    ),
  };
};

/** Premiums that came in to the unit. */
const settledPremiums = ['paid', 'refunding', 'refunded'];

/** M3: the bind books what was quoted: gross against the payer, tax apart, commission as quoted. */
export const premiumBookedAsQuoted = ({ book }: Given): Check => {
  const policies = policiesIn(book);
  const violations = policies.flatMap(({ id, state, records }) => {
    const { gross, tax, commission } = state.terms.premium;
    const postings = records[0]?.record.postings ?? [];
    const on = (...names: readonly string[]): number =>
      sumOf(postings.filter(({ account }) => names.includes(account)).map(({ amount }) => amount));
    return [
      ...unless(on('receivable', 'due_from_partner') === gross, () => `${id} owes something else than ${gross}.`),
      ...unless(on('tax_payable') === -tax, () => `${id} books other tax than ${tax}.`),
      ...unless(on('commission_payable') === -commission, () => `${id} books other commission than ${commission}.`),
      ...unless(
        !settledPremiums.includes(state.premium) || (state.balances['receivable'] ?? 0) === 0,
        () => `${id} is paid, but ${state.balances['receivable']} is still owed.`,
      ),
      ...unless(on('written_premium') === tax - gross, () => `${id} writes other premium than ${gross - tax}.`),
    ];
  });
  return { invariant: 'M3', looked: policies.length, violations };
};

/** M4: what goes back of a payment never exceeds it, at the provider and in the books. */
export const refundsWithinPayments = ({ book, simulation }: Given): Check => {
  const moved = simulation.provider.movements().filter(({ status }) => status !== 'failed');
  const paid = new Map(simulation.provider.payments.map(({ paymentId, amount }) => [paymentId, amount]));
  const refunds = moved.filter(({ instruction }) => instruction.kind === 'refund');
  const byPayment = Map.groupBy(refunds, ({ instruction }) => instruction.paymentId ?? '');
  const atProvider = [...byPayment].flatMap(([paymentId, all]) => {
    const back = sumOf(all.map(({ instruction }) => instruction.amount));
    const most = paid.get(paymentId) ?? 0;
    return unless(back <= most, () => `${back} went back of payment ${paymentId} of ${most}.`);
  });
  const inBooks = policiesIn(book).flatMap(({ id, state }) => {
    const back = state.disbursements.filter(({ kind }) => kind === 'refund').map(({ amount }) => amount);
    const received = sumOf(Object.values(state.payments));
    return unless(sumOf(back) <= received, () => `${id} gives back ${sumOf(back)} of ${received}.`);
  });
  return { invariant: 'M4', looked: refunds.length, violations: [...atProvider, ...inBooks] };
};
