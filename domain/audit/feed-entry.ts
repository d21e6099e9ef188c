type Recorded = {
  readonly aggregate: string;
  readonly id: string;
  readonly seq: number;
  readonly recordedAt: string;
  readonly events: readonly { readonly type: string }[];
  readonly postings: readonly { readonly account: string; readonly amount: number; readonly currency: string }[];
};

/**
 * One record as the tenant's feed shows it. Premium that a partner collected is posted as due from the partner, and a
 * statement is the sum of a window of the feed, so the entry carries what the record added to that debt (design §5).
 */
export const feedEntry = (record: Recorded, hash: string, position: number) => {
  const { aggregate, id, seq, recordedAt, events, postings } = record;
  // Only what policies owe is claimed by a statement; its settlement moves the same debt and must not be claimed again.
  const owed = aggregate === 'policy' ? postings.filter(({ account }) => account === 'due_from_partner') : [];
  const [currency = '', ...others] = new Set(owed.map((posting) => posting.currency));
  if (others.length > 0) throw new Error(`Record ${id}.${seq} moves a partner's debt in more than one currency.`);
  return {
    position,
    aggregate,
    id,
    seq,
    hash,
    types: events.map(({ type }) => type),
    dueFromPartner: owed.reduce((sum, { amount }) => sum + amount, 0),
    currency,
    recordedAt,
  };
};

/**
 * Where a feed ends, and where in it a partner's debt moved last: 0 where it never did, undefined in a feed that was
 * begun before it told.
 */
export type FeedEnd = { readonly position: number; readonly debtAt?: number | undefined };

/**
 * Entries as they follow on a feed's end. Each says where debt moved last up to it, so that whoever looks for a debt
 * need not read what lies before it.
 */
export const following = <E extends { readonly dueFromPartner: number }>(end: FeedEnd, entries: readonly E[]) => {
  let { debtAt } = end;
  return entries.map((entry, at) => {
    const position = end.position + at + 1;
    if (entry.dueFromPartner !== 0) debtAt = position;
    return { ...entry, position, debtAt };
  });
};
