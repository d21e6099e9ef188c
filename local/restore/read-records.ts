import * as z from 'zod';
import { Recorded } from '../../domain/audit/schema.ts';
import type { OperationRecord } from '../../functions/_kit/record.ts';
import type { StoredRecord } from '../../functions/_kit/store.ts';
import { recordName, recordText } from '../../functions/audit/evidence.ts';
import { checkChain } from '../../tools/verify/check-chain.ts';
import { type Finding, finding } from '../../tools/verify/finding.ts';

/** The archive as it lies in its folder or bucket: texts by name. */
export type Archived = ReadonlyMap<string, string>;
export type Chain = readonly StoredRecord[];

const Evidence = z.strictObject({ record: Recorded, hash: z.string() });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The record of one file; undefined where the file is none, or lies under another name than its own. */
const recordIn = (name: string, text: string): StoredRecord | undefined => {
  const value = parsed(text);
  if (!Evidence.safeParse(value).success) return undefined;
  const { record, hash } = value as { readonly record: OperationRecord; readonly hash: string };
  const { tenant, aggregate: kind, id, seq } = record;
  const own = recordName(tenant, { kind, id }, seq);
  return own === name && recordText({ record, hash }) === text ? { record, hash } : undefined;
};

const chainKey = ({ record: { tenant, aggregate, id } }: StoredRecord): string => `${tenant}/${aggregate}/${id}`;

const keptOf = ({ record, hash }: StoredRecord) => {
  const { tenant, aggregate, id, seq } = record;
  return { tenant, aggregate, id, seq, hash, record: { ...record } };
};

/**
 * Reads the records of an archive as chains, first to last, and says what is wrong with them: a file that is no record,
 * a number that is missing, bytes that do not give their hash.
 */
export const readRecords = (
  archive: Archived,
): { readonly chains: readonly Chain[]; readonly findings: readonly Finding[] } => {
  const names = [...archive.keys()].filter((name) => name.startsWith('records/')).toSorted();
  const read = names.map((name) => recordIn(name, archive.get(name) ?? ''));
  const strange = names.filter((_name, at) => read[at] === undefined);
  const records = read.filter((one) => one !== undefined);
  const chains = [...Map.groupBy(records, chainKey).values()].map((chain) =>
    chain.toSorted((a, b) => a.record.seq - b.record.seq),
  );
  return {
    chains,
    findings: [
      ...strange.map((name) => finding(name, 'The file is not the record that its name says.')),
      ...chains.flatMap((chain) => checkChain(chain.map(keptOf))),
    ],
  };
};
