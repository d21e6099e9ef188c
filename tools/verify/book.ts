import * as z from 'zod';
import { type Finding, finding } from './finding.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Seq = z.int().min(1);
const place = { tenant: z.string(), aggregate: z.string(), id: z.string() };

/** One line of an export: an item of the table, without anything that the verifier does not check. */
const Line = z.discriminatedUnion('line', [
  z.strictObject({
    line: z.literal('tenant'),
    tenant: z.string(),
    feedEnd: z.int().min(0),
    checkpoint: z.strictObject({ number: Seq, hash: Hash, feedEnd: z.int().min(0) }).nullable(),
  }),
  z.strictObject({ line: z.literal('head'), ...place, seq: Seq, hash: Hash, position: Seq }),
  z.strictObject({ line: z.literal('state'), ...place, seq: Seq, head: Hash }),
  z.strictObject({
    line: z.literal('record'),
    ...place,
    seq: Seq,
    hash: Hash,
    record: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({
    line: z.literal('feed'),
    tenant: z.string(),
    position: Seq,
    aggregate: z.string(),
    id: z.string(),
    seq: Seq,
    hash: Hash,
    types: z.array(z.string()),
    dueFromPartner: z.int(),
    currency: z.string(),
    recordedAt: z.string(),
  }),
]);
export type Line = z.infer<typeof Line>;
type LineOf<T extends Line['line']> = Extract<Line, { readonly line: T }>;
export type TenantLine = LineOf<'tenant'>;
export type HeadLine = LineOf<'head'>;
export type StateLine = LineOf<'state'>;
export type RecordLine = LineOf<'record'>;
export type FeedLine = LineOf<'feed'>;

/** The table as it was exported. */
export type Book = {
  readonly tenants: readonly TenantLine[];
  readonly heads: readonly HeadLine[];
  readonly states: readonly StateLine[];
  readonly records: readonly RecordLine[];
  readonly feed: readonly FeedLine[];
};

/** Whose chain something belongs to, as one text. */
export const chainName = ({ tenant, aggregate, id }: { tenant: string; aggregate: string; id: string }): string =>
  `${tenant}/${aggregate}/${id}`;

const parseLine = (text: string): Line | undefined => {
  try {
    return Line.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

const only = <T extends Line['line']>(lines: readonly Line[], kind: T): LineOf<T>[] =>
  lines.filter((line): line is LineOf<T> => line.line === kind);

/** Reads an export; a line that is none is a finding, and the others are checked all the same. */
export const readBook = (
  texts: readonly string[],
): { readonly book: Book; readonly looked: number; readonly findings: readonly Finding[] } => {
  const read = texts.map(parseLine);
  const lines = read.filter((line) => line !== undefined);
  const findings = read.flatMap((line, at) =>
    line === undefined ? [finding(`line ${at + 1} of the export`, 'The line is not one that an export holds.')] : [],
  );
  const book = {
    tenants: only(lines, 'tenant'),
    heads: only(lines, 'head'),
    states: only(lines, 'state'),
    records: only(lines, 'record'),
    feed: only(lines, 'feed'),
  };
  return { book, looked: texts.length, findings };
};
