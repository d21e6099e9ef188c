import { feedEntry } from '../../domain/audit/feed-entry.ts';
import { Recorded } from '../../domain/audit/schema.ts';
import { canonicalJson } from '../../functions/_kit/record.ts';
import { type Book, chainName, type FeedLine, type HeadLine, type RecordLine, type TenantLine } from './book.ts';
import { type Finding, finding, type Result, unless } from './finding.ts';

const nameOf = (line: FeedLine | RecordLine | HeadLine): string => `${chainName(line)}/${line.seq}`;

/**
 * The feed's entry that a record gives at a position, as bytes to compare; undefined for a record of another form.
 */
const entryOf = ({ tenant, record, hash }: RecordLine, position: number): string | undefined => {
  const parsed = Recorded.safeParse(record);
  if (!parsed.success) return undefined;
  return canonicalJson({ line: 'feed', tenant, ...feedEntry(parsed.data, hash, position) });
};

const checkEntry = (entry: FeedLine, position: number, record: RecordLine | undefined): readonly Finding[] => {
  const where = `feed of ${entry.tenant}, position ${entry.position}`;
  const says = `It does not say what record ${entry.seq} of ${entry.id} says.`;
  return [
    ...unless(entry.position === position, where, `Position ${position} is missing or taken twice.`),
    ...(record === undefined
      ? [finding(where, `It points to record ${entry.seq} of ${entry.id}, which is not there.`)]
      : unless(entryOf(record, entry.position) === canonicalJson(entry), where, says)),
  ];
};

/**
 * Each aggregate's records stand in the feed once, in their order, and as far as they were audited; and the head knows
 * where its last one stands, for proofs are made from there.
 */
const checkOrder = (entries: readonly FeedLine[], heads: readonly HeadLine[]): readonly Finding[] => {
  const chains = Map.groupBy(entries, chainName);
  return heads.flatMap((head) => {
    const own = chains.get(chainName(head)) ?? [];
    const told = own.map(({ seq }) => seq);
    const whole = told.length === head.seq && told.every((seq, at) => seq === at + 1);
    return [
      ...unless(whole, head.id, `The feed does not hold its ${head.seq} audited records once each and in order.`),
      ...unless(own.at(-1)?.position === head.position, head.id, 'Its head names another position of the feed.'),
    ];
  });
};

const checkTenant = (book: Book, { tenant, feedEnd }: TenantLine, records: ReadonlyMap<string, RecordLine>) => {
  const entries = book.feed.filter((entry) => entry.tenant === tenant).toSorted((a, b) => a.position - b.position);
  return [
    ...entries.flatMap((entry, at) => checkEntry(entry, at + 1, records.get(nameOf(entry)))),
    ...unless(
      entries.length === feedEnd,
      `feed of ${tenant}`,
      `It has ${entries.length} entries and ends at ${feedEnd}.`,
    ),
    ...checkOrder(
      entries,
      book.heads.filter((head) => head.tenant === tenant),
    ),
  ];
};

/** The feeds: positions without gaps, each saying what its record says. */
export const checkFeed = (book: Book): Result => {
  const records = new Map(book.records.map((record) => [nameOf(record), record]));
  const known = new Set(book.tenants.map(({ tenant }) => tenant));
  const all = [...book.heads, ...book.states, ...book.records, ...book.feed];
  const strangers = new Set(all.map(({ tenant }) => tenant).filter((tenant) => !known.has(tenant)));
  return {
    check: 'feeds',
    looked: book.feed.length,
    findings: [
      ...book.tenants.flatMap((line) => checkTenant(book, line, records)),
      ...unless(known.size === book.tenants.length, 'tenants', 'A tenant stands twice in the export.'),
      ...[...strangers].map((tenant) => finding(tenant, 'The tenant has items, but is not in the list of tenants.')),
    ],
  };
};
