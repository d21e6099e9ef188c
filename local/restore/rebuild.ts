import { feedEntry, following } from '../../domain/audit/feed-entry.ts';
import type { Policy } from '../../domain/policies/schema.ts';
import { dueOf } from '../../functions/_kit/aggregates.ts';
import { laterOf } from '../../functions/_kit/clock.ts';
import { endItem, feedItem, headItem, markItem } from '../../functions/_storage/audit-codec.ts';
import type { Item } from '../../functions/_storage/codec.ts';
import {
  claimItem,
  generationItems,
  operationItem,
  revocationItems,
  stateItem,
  wakeUpItem,
} from '../../functions/_storage/items.ts';
import { keys } from '../../functions/_storage/keys.ts';
import type { Finding } from '../../tools/verify/finding.ts';
import { feedOrder } from './feed-order.ts';
import { type Folded, foldChain } from './fold-chain.ts';
import { holdItems } from './holds.ts';
import { type Archived, type Chain, readRecords } from './read-records.ts';

/** What was rebuilt of one tenant, for the person who reads along. */
export type Rebuilt = {
  readonly tenant: string;
  readonly aggregates: number;
  readonly claims: number;
  readonly records: number;
  /** Up to which position the order of the feed is the signed one. */
  readonly signedTo: number;
  readonly checkpoint: number;
};
export type Book = {
  readonly items: readonly Item[];
  readonly tenants: readonly Rebuilt[];
  readonly findings: readonly Finding[];
};

/**
 * When the aggregate wakes up next. A wake-up that its state counts on stands at its own instant; what is overdue is
 * due now, for minutes that have passed are not read again.
 */
const wakeUpOf = ({ tenant, kind, id, last }: Folded, now: string): readonly Item[] => {
  if (kind !== 'policy') return [];
  if (last.due !== undefined && last.due > now) return [wakeUpItem(tenant, { kind, id }, last.due)];
  const next = dueOf(kind, last.state as Policy, now);
  return next === undefined ? [] : [wakeUpItem(tenant, { kind, id }, laterOf(next, now))];
};

/** Every item that stands of one aggregate, but for its place in the feed. */
export const itemsOf = (folded: Folded, now: string): readonly Item[] => {
  const { tenant, kind, last, claims, chain } = folded;
  return [
    stateItem(tenant, last),
    ...[...claims.values()].map((claim) => claimItem(tenant, claim, claim.by)),
    ...chain.map(({ record, hash }) => operationItem(tenant, { kind, record, hash })),
    ...chain.flatMap(({ record }) => revocationItems(record)),
    // Each takes the place of the one before.
    ...chain.flatMap(({ record }) => generationItems(record)).slice(-1),
    ...wakeUpOf(folded, now),
  ];
};

const emptyFeed = { position: 0, debtAt: 0 };

/** The feed in its order, and the head of each aggregate where its last record stands. */
const auditItems = (tenant: string, ordered: Chain): readonly Item[] => {
  const heads = new Map<string, Item>();
  const entries = following(
    emptyFeed,
    ordered.map(({ record, hash }) => feedEntry(record, hash, 0)),
  );
  const feed = entries.map((entry): Item => {
    heads.set(entry.id, { ...keys.head(tenant, entry.id), ...headItem(entry) });
    return { ...keys.feed(tenant, entry.position), ...feedItem(entry) };
  });
  return [...feed, ...heads.values(), { ...keys.feedEnd(tenant), ...endItem(entries.at(-1) ?? emptyFeed) }];
};

const tenantBook = (archive: Archived, tenant: string, folded: readonly Folded[], now: string) => {
  const records = folded.flatMap(({ chain }) => chain);
  const { ordered, signedTo, mark } = feedOrder(archive, tenant, records);
  const items: readonly Item[] = [
    keys.tenants(tenant),
    ...folded.flatMap((one) => itemsOf(one, now)),
    ...holdItems(tenant, folded),
    ...auditItems(tenant, ordered),
    ...(mark === undefined ? [] : [{ ...keys.checkpoint(tenant), ...markItem(mark) }]),
  ];
  const claims = folded.reduce((sum, one) => sum + one.claims.size, 0);
  const counts = { tenant, aggregates: folded.length, claims, records: records.length, signedTo };
  return { items, rebuilt: { ...counts, checkpoint: mark?.number ?? 0 } };
};

/**
 * Rebuilds every item of the table that the archive tells of (reliability O1). With a finding nothing is rebuilt: a
 * book that is restored from changed evidence would look as honest as any.
 */
export const rebuild = (archive: Archived, now: (tenant: string) => string): Book => {
  const { chains, findings } = readRecords(archive);
  if (findings.length > 0) return { items: [], tenants: [], findings };
  const books = [...Map.groupBy(chains.map(foldChain), ({ tenant }) => tenant)].map(([tenant, folded]) =>
    tenantBook(archive, tenant, folded, now(tenant)),
  );
  return {
    items: books.flatMap(({ items }) => items),
    tenants: books.map(({ rebuilt }) => rebuilt),
    findings: [],
  };
};
