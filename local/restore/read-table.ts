import type { Claim } from '../../domain/claims/schema.ts';
import type { Policy } from '../../domain/policies/schema.ts';
import { rootKinds } from '../../functions/_kit/aggregates.ts';
import type { AuditStore, Page, PageRequest, Store, StoredClaim, StoredRoot } from '../../functions/_kit/store.ts';
import { auditTable } from '../../functions/_storage/audit-table.ts';
import type { TableClient } from '../../functions/_storage/client.ts';
import { tableStore } from '../../functions/_storage/table.ts';
import { readBook } from '../../tools/verify/book.ts';
import { exportBook } from '../../tools/verify/export.ts';

export type Place = { readonly tenant: string; readonly kind: string; readonly id: string };
export type RootRead = Place & { readonly root: StoredRoot };
export type ClaimRead = Place & { readonly claim: StoredClaim | undefined };

/** The whole table as it is read through its access patterns. */
export type TableRead = {
  /** The verifier's export: heads, states, records and feed. */
  readonly lines: readonly string[];
  readonly roots: readonly RootRead[];
  readonly claims: readonly ClaimRead[];
  /** What the listing index and the work queues name, each as `tenant/kind/id`. */
  readonly listed: readonly string[];
  readonly queued: readonly string[];
};

export const placeName = ({ tenant, kind, id }: Place): string => `${tenant}/${kind}/${id}`;

const listedKinds = [...rootKinds, 'claim'] as const;
const queueNames = ['claims', 'unmatched', 'alerts', 'statements'] as const;
/** Two keys a policy and a hundred in one read. */
const atOnce = 50;

const everyPage = async <T>(read: (page: PageRequest) => Promise<Page<T>>, tenant: string): Promise<readonly T[]> => {
  const all: T[] = [];
  let after: string | undefined;
  do {
    const page = await read({ tenant, after, limit: atOnce });
    all.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return all;
};

/** An unmatched payment names its policy too, and a claim its policy: the own id is the one that fits its kind. */
const idOf = (state: unknown, kind: string): string => String(Object(state)[`${kind}Id`]);

const namesOf = async (store: Store, tenant: string, from: 'list' | 'queue'): Promise<readonly string[]> => {
  const names: string[] = [];
  for (const name of from === 'list' ? listedKinds : queueNames) {
    const kind = from === 'list' ? name : name.replace(/^(claim|alert|statement)s$/, '$1');
    const states = await everyPage((page) => store[from](name, page), tenant);
    names.push(...states.map((state) => `${tenant}/${kind}/${idOf(state, kind)}`));
  }
  return names.toSorted();
};

const rootsOf = async (store: Store, places: readonly Place[]): Promise<readonly RootRead[]> => {
  const read: RootRead[] = [];
  for (const [tenant, own] of Map.groupBy(places, (place) => place.tenant))
    for (let at = 0; at < own.length; at += atOnce) {
      const some = own.slice(at, at + atOnce);
      const { roots } = await store.load({ tenant, roots: some, claims: [], vaults: [], holds: [] });
      read.push(...roots.flatMap((root, index) => (some[index] === undefined ? [] : [{ ...some[index], root }])));
    }
  return read;
};

const claimIdsOf = ({ kind, root }: RootRead): readonly Claim['claimId'][] =>
  kind === 'policy' ? (root.state as Policy).claims.map(({ claimId }) => claimId) : [];

const claimsOf = async (store: Store, roots: readonly RootRead[]): Promise<readonly ClaimRead[]> => {
  const read: ClaimRead[] = [];
  for (const policy of roots) {
    const ids = claimIdsOf(policy);
    if (ids.length === 0) continue;
    const { tenant } = policy;
    const { claims } = await store.load({ tenant, roots: [], claims: ids, vaults: [], holds: [] });
    read.push(...ids.map((id, at) => ({ tenant, kind: 'claim', id, claim: claims[at] })));
  }
  return read;
};

const linesOf = async (store: Store, audit: AuditStore): Promise<readonly string[]> => {
  const lines: string[] = [];
  for await (const line of exportBook({ store, audit })) lines.push(line);
  return lines;
};

const headsIn = (lines: readonly string[]): readonly Place[] =>
  readBook(lines).book.heads.map(({ tenant, aggregate, id }) => ({ tenant, kind: aggregate, id }));

/** Reads the whole table, without a scan. */
export const readTable = async (client: TableClient): Promise<TableRead> => {
  const store = tableStore(client)({ read: 0, write: 0 });
  const audit = auditTable(client)({ read: 0, write: 0 });
  const lines = await linesOf(store, audit);
  const roots = await rootsOf(store, headsIn(lines));
  const listed: string[] = [];
  const queued: string[] = [];
  for (const tenant of await audit.tenants()) {
    listed.push(...(await namesOf(store, tenant, 'list')));
    queued.push(...(await namesOf(store, tenant, 'queue')));
  }
  return { lines, roots, claims: await claimsOf(store, roots), listed, queued };
};
