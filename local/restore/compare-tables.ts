import { canonicalJson } from '../../functions/_kit/record.ts';
import { type Book, chainName, type FeedLine, readBook } from '../../tools/verify/book.ts';
import { type Finding, finding, type Result, unless } from '../../tools/verify/finding.ts';
import { type ClaimRead, placeName, type RootRead, type TableRead } from './read-table.ts';

type Named = ReadonlyMap<string, string>;

/** Things by name, each as the bytes in which two of them are compared. */
const named = <T>(things: readonly T[], nameOf: (thing: T) => string): Named =>
  new Map(things.map((thing) => [nameOf(thing), canonicalJson(JSON.parse(JSON.stringify(thing)))]));

const differences = (one: Named, other: Named): readonly Finding[] => [
  ...[...one].flatMap(([name, bytes]) =>
    other.has(name)
      ? unless(other.get(name) === bytes, name, 'It was rebuilt as something else than it was.')
      : [finding(name, 'It was not rebuilt.')],
  ),
  ...[...other.keys()].filter((name) => !one.has(name)).map((name) => finding(name, 'It was rebuilt, but never was.')),
];

const compared = <T>(
  check: string,
  [was, is]: readonly [readonly T[], readonly T[]],
  nameOf: (thing: T) => string,
): Result => ({
  check,
  looked: was.length,
  findings: differences(named(was, nameOf), named(is, nameOf)),
});

const itself = (name: string): string => name;
const listsOf = ({ listed, queued }: TableRead): readonly string[] => [
  ...listed.map((name) => `list ${name}`),
  ...queued.map((name) => `queue ${name}`),
];

/** Up to the last checkpoint the order of the feed was signed; beyond it only what stands there can be compared. */
const feedName = (entry: FeedLine): string => `feed ${chainName(entry)}/${entry.seq}`;
const withoutPosition = ({ position: _position, ...entry }: FeedLine) => entry;

const signedTo = ({ tenants }: Book): ReadonlyMap<string, number> =>
  new Map(tenants.map(({ tenant, checkpoint }) => [tenant, checkpoint?.feedEnd ?? 0]));

const comparable = (book: Book): readonly FeedLine[] => {
  const ends = signedTo(book);
  return book.feed.map((entry) =>
    entry.position <= (ends.get(entry.tenant) ?? 0) ? entry : { ...withoutPosition(entry), position: 0 },
  );
};

/** Where a head stands in the feed is the feed's matter. */
const headsOf = ({ heads }: Book) =>
  heads.map(({ tenant, aggregate, id, seq, hash }) => ({ tenant, aggregate, id, seq, hash }));

/** A tenant with whom nothing has happened yet has left nothing from which it could be rebuilt. */
const withHistory = ({ tenants }: Book) => tenants.filter(({ feedEnd }) => feedEnd > 0);

/** A table and the one that was rebuilt from its archive, thing by thing (reliability O1). */
export const compareTables = (was: TableRead, is: TableRead): readonly Result[] => {
  const before = readBook(was.lines).book;
  const after = readBook(is.lines).book;
  return [
    compared<RootRead>('restored states', [was.roots, is.roots], placeName),
    compared<ClaimRead>('restored claims', [was.claims, is.claims], placeName),
    compared('restored records', [before.records, after.records], (line) => `${chainName(line)}/${line.seq}`),
    compared('restored heads', [headsOf(before), headsOf(after)], chainName),
    compared('restored feed', [comparable(before), comparable(after)], feedName),
    compared('restored ends', [withHistory(before), withHistory(after)], ({ tenant }) => tenant),
    compared('restored lists', [listsOf(was), listsOf(is)], itself),
  ];
};
