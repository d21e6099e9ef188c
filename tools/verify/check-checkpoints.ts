import type { JSONWebKeySet } from 'jose';
import { Checkpoint, SignedWindow } from '../../domain/audit/schema.ts';
import { sha256Hex } from '../../functions/_kit/crypto.ts';
import { canonicalJson } from '../../functions/_kit/record.ts';
import { checkpointName, checkpointText, windowName } from '../../functions/audit/evidence.ts';
import { type Book, chainName, type FeedLine, type RecordLine, type TenantLine } from './book.ts';
import type { ArchiveFiles } from './check-archive.ts';
import { type Finding, finding, type Result, unless } from './finding.ts';
import { openStatement } from './statement.ts';

type Evidence = { readonly book: Book; readonly archive: ArchiveFiles; readonly jwks: JSONWebKeySet };
type Known = {
  readonly records: ReadonlySet<string>;
  readonly files: ReadonlyMap<string, string>;
  readonly feed: readonly FeedLine[];
};
type Place = { readonly where: string; readonly tenant: string; readonly number: number };
type Signed = { readonly checkpoint: Checkpoint; readonly hash: string };

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const open = async (text: string, jwks: JSONWebKeySet): Promise<Signed | undefined> => {
  const file = parsed(text);
  const statement = typeof file === 'object' && file !== null && 'statement' in file ? file.statement : undefined;
  if (typeof statement !== 'string' || checkpointText(statement) !== text) return undefined;
  const checkpoint = Checkpoint.safeParse(await openStatement(statement, 'checkpoint+jwt', jwks)).data;
  return checkpoint === undefined ? undefined : { checkpoint, hash: sha256Hex(canonicalJson(checkpoint)) };
};

const recordKey = (line: Pick<RecordLine, 'tenant' | 'aggregate' | 'id' | 'seq' | 'hash'>): string =>
  `${chainName(line)}/${line.seq}/${line.hash}`;

/** What was signed must still stand in the feed, at its position, and in its chain. */
const checkWindow = ({ checkpoint }: Signed, from: number, window: SignedWindow, known: Known): readonly Finding[] => {
  const { tenant, number, feedEnd } = checkpoint;
  const stands = ([aggregate, id, seq, hash]: SignedWindow[number], at: number): boolean => {
    const signed = recordKey({ tenant, aggregate, id, seq, hash });
    const entry = known.feed[from + at];
    return known.records.has(signed) && entry !== undefined && recordKey(entry) === signed;
  };
  return [
    ...window.flatMap((row, at) =>
      unless(
        stands(row, at),
        row[1],
        `Record ${row[2]} is not as checkpoint ${number} of ${tenant} signed it: history was cut off or changed.`,
      ),
    ),
    ...unless(window.length === feedEnd - from, `checkpoint ${number} of ${tenant}`, 'It does not sign all it should.'),
    ...unless(known.feed.length >= feedEnd, `feed of ${tenant}`, `It was cut off: it was signed up to ${feedEnd}.`),
  ];
};

const checkList = (place: Place, signed: Signed, before: Signed | undefined, known: Known): readonly Finding[] => {
  const text = known.files.get(windowName(place.tenant, signed.checkpoint.window));
  if (text === undefined || sha256Hex(text) !== signed.checkpoint.window)
    return [finding(place.where, 'The list of what it signed is missing or changed.')];
  const window = SignedWindow.safeParse(parsed(text)).data;
  if (window === undefined) return [finding(place.where, 'The list of what it signed is none.')];
  return checkWindow(signed, before?.checkpoint.feedEnd ?? 0, window, known);
};

const follows = (signed: Signed, before: Signed | undefined): boolean =>
  signed.checkpoint.previous === (before?.hash ?? null) &&
  signed.checkpoint.feedEnd >= (before?.checkpoint.feedEnd ?? 0) &&
  signed.checkpoint.at >= (before?.checkpoint.at ?? '');

/** The mark in the table is a checkpoint of the archive, and no more than one was signed after it. */
const checkMark = ({ tenant, checkpoint: mark }: TenantLine, signed: readonly (Signed | undefined)[], seen: number) => {
  const where = `checkpoints of ${tenant}`;
  const last = mark === null ? 0 : mark.number;
  const stands =
    mark === null || (signed[last - 1]?.hash === mark.hash && signed[last - 1]?.checkpoint.feedEnd === mark.feedEnd);
  return [
    ...unless(stands, where, `The archive lacks checkpoint ${last}, or holds another one than the table names.`),
    ...unless(seen <= last + 1, where, `The archive holds checkpoint ${seen}, but the table knows only ${last}.`),
  ];
};

const numbered = (names: Iterable<string>, tenant: string): readonly number[] =>
  [...names]
    .filter((name) => name.startsWith(`checkpoints/${tenant}/`))
    .map((name) => Number(name.slice(name.lastIndexOf('/') + 1, -'.json'.length)))
    .toSorted((a, b) => a - b);

/** Checks one checkpoint against the one before it and against the book. */
const checkSigned = (signed: Signed, place: Place, before: Signed | undefined, known: Known): readonly Finding[] => {
  const { where, tenant, number } = place;
  const { checkpoint } = signed;
  return [
    ...unless(checkpoint.tenant === tenant && checkpoint.number === number, where, 'It was signed as another one.'),
    ...unless(follows(signed, before), where, 'It does not follow the checkpoint before it.'),
    ...checkList(place, signed, before, known),
  ];
};

const checkTenant = async ({ book, archive, jwks }: Evidence, line: TenantLine, records: ReadonlySet<string>) => {
  const { tenant, checkpoint: mark } = line;
  const { files, before } = archive;
  const own = book.feed.filter((entry) => entry.tenant === tenant);
  const known = { records, files, feed: own.toSorted((a, b) => a.position - b.position) };
  const seen = numbered(before, tenant).at(-1) ?? 0;
  // What was signed while the table was exported may speak of records that the export does not hold yet.
  const numbers = numbered(files.keys(), tenant).filter((number) => !(number > Math.max(seen, mark?.number ?? 0)));
  const signed: (Signed | undefined)[] = [];
  const findings: Finding[] = [];
  for (const [at, number] of numbers.entries()) {
    const where = `checkpoint ${number} of ${tenant}`;
    const one = await open(files.get(checkpointName(tenant, number)) ?? '', jwks);
    findings.push(
      ...unless(number === at + 1, where, `Checkpoint ${at + 1} is missing.`),
      ...(one === undefined
        ? [finding(where, 'No key of the set signed it: it is forged or changed.')]
        : checkSigned(one, { where, tenant, number }, signed[at - 1], known)),
    );
    signed.push(one);
  }
  findings.push(...checkMark(line, signed, seen));
  return { looked: numbers.length, findings };
};

/** The signed checkpoints: their chain, their signatures, and that everything they signed still stands. */
export const checkCheckpoints = async (evidence: Evidence): Promise<Result> => {
  const records = new Set(evidence.book.records.map(recordKey));
  const results = [];
  for (const line of evidence.book.tenants) results.push(await checkTenant(evidence, line, records));
  return {
    check: 'checkpoints',
    looked: results.reduce((sum, { looked }) => sum + looked, 0),
    findings: results.flatMap(({ findings }) => findings),
  };
};
