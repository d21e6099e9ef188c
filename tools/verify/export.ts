import type { AuditedHead, AuditStore, FeedEntry, NumberedRecord, RootRef, Store } from '../../functions/_kit/store.ts';
import type { Line } from './book.ts';

type Stores = { readonly store: Store; readonly audit: AuditStore };
const pageMax = 500;
const triesMax = 5;

const allHeads = async (audit: AuditStore, tenant: string): Promise<readonly AuditedHead[]> => {
  const heads: AuditedHead[] = [];
  let after: string | undefined;
  do {
    const page = await audit.allHeads(tenant, after);
    heads.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return heads;
};

/**
 * Heads and the feed's end move together; the end standing still shows that no head has moved while they were read.
 */
const stillHeads = async (audit: AuditStore, tenant: string) => {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const { position: feedEnd } = await audit.feedEnd(tenant);
    const heads = await allHeads(audit, tenant);
    const checkpoint = (await audit.checkpoint(tenant)) ?? null;
    if ((await audit.feedEnd(tenant)).position === feedEnd) return { feedEnd, heads, checkpoint };
  }
  throw new Error(`The audit of ${tenant} moves too fast to be exported: export a restored copy of the table.`);
};

const feedUpTo = async (audit: AuditStore, tenant: string, end: number): Promise<readonly FeedEntry[]> => {
  const feed: FeedEntry[] = [];
  for (let more = true; more; ) {
    const page = await audit.feed(tenant, feed.at(-1)?.position ?? 0, pageMax);
    feed.push(...page);
    more = page.length > 0 && (feed.at(-1)?.position ?? 0) < end;
  }
  return feed.filter(({ position }) => position <= end);
};

const wholeChain = async (audit: AuditStore, tenant: string, root: RootRef): Promise<readonly NumberedRecord[]> => {
  const chain: NumberedRecord[] = [];
  for (let more = true; more; ) {
    const page = await audit.chain(tenant, root, chain.at(-1)?.seq ?? 0);
    chain.push(...page);
    more = page.length > 0;
  }
  return chain;
};

/** The state of an aggregate; none where its bytes make no sense, which the check of the states then reports. */
const stateOf = async (store: Store, tenant: string, root: RootRef) => {
  try {
    const { roots } = await store.load({ tenant, roots: [root], claims: [], vaults: [], holds: [] });
    return roots[0];
  } catch {
    return undefined;
  }
};

const unreadable = { record: {}, hash: '0'.repeat(64) };

/** The state and the records of one aggregate, as they stand together. */
const rootLines = async ({ store, audit }: Stores, tenant: string, root: RootRef): Promise<readonly Line[]> => {
  const place = { tenant, aggregate: root.kind, id: root.id };
  let state = await stateOf(store, tenant, root);
  let chain = await wholeChain(audit, tenant, root);
  // A command may have come between the two reads; one that always does is no command.
  for (let tries = 1; tries < triesMax && chain.at(-1)?.seq !== state?.seq; tries += 1) {
    state = await stateOf(store, tenant, root);
    chain = await wholeChain(audit, tenant, root);
  }
  const { seq = 0, head = null } = state ?? {};
  return [
    ...(head === null ? [] : [{ line: 'state', ...place, seq, head } as const]),
    ...chain.map(({ seq: number, stored }) => {
      const { record, hash } = stored === 'unreadable' ? unreadable : stored;
      return { line: 'record', ...place, seq: number, hash, record } as const;
    }),
  ];
};

/**
 * Exports one tenant's part of the table through its access patterns, from heads to records and the feed, without a
 * scan. Lines come in an order in which each part stands still while it is read.
 */
async function* tenantLines(stores: Stores, tenant: string): AsyncGenerator<Line> {
  const { audit } = stores;
  const { feedEnd, heads, checkpoint } = await stillHeads(audit, tenant);
  for (const { aggregate, id, seq, hash, position } of heads)
    if (hash !== null) yield { line: 'head', tenant, aggregate, id, seq, hash, position };
  for (const { types, debtAt: _found, ...entry } of await feedUpTo(audit, tenant, feedEnd))
    yield { line: 'feed', tenant, ...entry, types: [...types] };
  for (const { aggregate, id } of heads) yield* await rootLines(stores, tenant, { kind: aggregate, id });
  yield { line: 'tenant', tenant, feedEnd, checkpoint };
}

/** The table as lines of JSON, for `npm run verify`. */
export async function* exportBook(stores: Stores): AsyncGenerator<string> {
  for (const tenant of await stores.audit.tenants())
    for await (const line of tenantLines(stores, tenant)) yield JSON.stringify(line);
}
