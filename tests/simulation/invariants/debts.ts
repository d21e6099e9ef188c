import { type Book, policiesIn, sumOf, unless } from '../book.ts';
import type { Check } from '../violation.ts';

type Given = { readonly book: Book };

/** What the books owe as refunds or payouts is what has been asked for and has not arrived. */
const owedIsOpen = (book: Book, kind: 'refund' | 'payout', account: string): readonly string[] =>
  policiesIn(book).flatMap(({ id, state }) => {
    const open = state.disbursements.filter((one) => one.kind === kind && one.status !== 'succeeded');
    const [owed, asked] = [-(state.balances[account] ?? 0), sumOf(open.map(({ amount }) => amount))];
    return unless(owed === asked, () => `${id} owes ${owed} as ${account}, but ${asked} is under way or came back.`);
  });

/** M4: what is owed back is what goes back. */
export const refundsAreOwed = ({ book }: Given): Check => ({
  invariant: 'M4',
  looked: policiesIn(book).length,
  violations: owedIsOpen(book, 'refund', 'refund_payable'),
});

/** M6: what is owed on claims is what is paid out on them. */
export const payoutsAreOwed = ({ book }: Given): Check => ({
  invariant: 'M6',
  looked: policiesIn(book).length,
  violations: owedIsOpen(book, 'payout', 'claims_payable'),
});

type Money = {
  readonly status: string;
  readonly reason: string;
  readonly offerId?: string;
  readonly paymentId: string;
  readonly amount: number;
  readonly currency: string;
};

/** M1: money that came before its policy does not wait any more once a policy is there which it pays to the unit. */
export const earlyMoneyIsTaken = ({ book }: Given): Check => {
  const waiting = book.chains.flatMap(({ kind, tenant, state }) => {
    const money = Object(state) as Money;
    return kind === 'unmatched' && money.status === 'open' && money.reason === 'policy-not-there-yet'
      ? [{ tenant, ...money }]
      : [];
  });
  const takers = policiesIn(book).filter(({ state }) => state.premium === 'open' && state.status === 'pending');
  return {
    invariant: 'M1',
    looked: waiting.length,
    violations: waiting.flatMap(({ tenant, offerId, paymentId, amount, currency }) => {
      const taker = takers.find((one) => one.tenant === tenant && one.state.terms.offerId === offerId)?.state;
      const fits = taker?.terms.premium.gross === amount && taker.terms.currency === currency;
      return unless(!fits, () => `${paymentId} waits, although ${taker?.policyId} is there and unpaid.`);
    }),
  };
};

type Statement = {
  readonly statementId: string;
  readonly after: number;
  readonly until: number;
  readonly total: number;
};

/** What each position of a tenant's feed added to the partner's debt, by the records themselves. */
const debtAt = (book: Book, tenant: string): ReadonlyMap<number, number> => {
  const added = new Map(
    book.chains.flatMap(({ kind, tenant: whose, records }) =>
      kind === 'policy' && whose === tenant
        ? records.map(({ record: { id, seq, postings } }): [string, number] => {
            const owed = postings.filter(({ account }) => account === 'due_from_partner');
            return [`${id} ${seq}`, sumOf(owed.map(({ amount }) => amount))];
          })
        : [],
    ),
  );
  const feed = book.items.filter(({ pk, sk }) => pk === `T#${tenant}#FEED#0` && String(sk).startsWith('AT#'));
  return new Map(
    feed.map((item) => [Number(String(item['sk']).slice(3)), added.get(`${item['i']} ${item['v']}`) ?? 0]),
  );
};

/** M2: statements follow each other without gap or overlap, and each asks for what its records say is owed. */
export const statementsAddUp = ({ book }: Given): Check => {
  const statements = book.chains.flatMap(({ kind, tenant, state }) =>
    kind === 'statement' ? [{ tenant, ...(state as Statement) }] : [],
  );
  const violations = [...Map.groupBy(statements, ({ tenant }) => tenant)].flatMap(([tenant, own]) => {
    const debt = debtAt(book, tenant);
    const inOrder = own.toSorted((a, b) => a.until - b.until);
    return inOrder.flatMap(({ statementId, after, until, total }, at) => {
      const owed = sumOf([...debt].flatMap(([position, by]) => (position > after && position <= until ? [by] : [])));
      return [
        ...unless(after === (inOrder[at - 1]?.until ?? 0), () => `${statementId} does not begin where the last ended.`),
        ...unless(total === owed, () => `${statementId} asks for ${total}, but its records owe ${owed}.`),
      ];
    });
  });
  return { invariant: 'M2', looked: statements.length, violations };
};

/** M2: every entry of a feed, and its end, tells where debt moved last up to it: a statement looks no further. */
export const feedsTellOfDebts = ({ book }: Given): Check => {
  const ends = book.items.filter(({ pk, sk }) => /#FEED#/.test(String(pk)) && sk === 'END');
  const told = new Map(book.items.map((item) => [`${item['pk']} ${item['sk']}`, item['l']]));
  const violations = ends.flatMap(({ pk }) => {
    const [, tenant = ''] = String(pk).split('#');
    const inOrder = [...debtAt(book, tenant)].toSorted(([a], [b]) => a - b);
    let last = 0;
    const entries = inOrder.flatMap(([position, by]) => {
      if (by !== 0) last = position;
      const says = told.get(`${pk} AT#${String(position).padStart(10, '0')}`);
      return unless(says === last, () => `${tenant} ${position} tells of a debt at ${says}, but it is at ${last}.`);
    });
    const says = told.get(`${pk} END`);
    return [
      ...entries,
      ...unless(says === last, () => `The feed of ${tenant} ends with a debt at ${says}, but it is at ${last}.`),
    ];
  });
  return { invariant: 'M2', looked: ends.length, violations };
};
