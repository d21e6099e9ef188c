import { sha256Hex } from '../../functions/_kit/crypto.ts';
import { canonicalJson } from '../../functions/_kit/record.ts';
import { type Finding, unless } from './finding.ts';

/** A record as it is kept: where it stands, what it says, and the hash that was stored with it. */
export type Kept = {
  readonly tenant: string;
  readonly aggregate: string;
  readonly id: string;
  readonly seq: number;
  readonly hash: string;
  readonly record: Readonly<Record<string, unknown>>;
};

const texts = new WeakMap<object, string | undefined>();

/** The bytes of a record, written once for all checks; undefined where they have no canonical form. */
export const textOf = (record: object): string | undefined => {
  if (!texts.has(record)) {
    try {
      texts.set(record, canonicalJson(record));
    } catch {
      texts.set(record, undefined);
    }
  }
  return texts.get(record);
};

/** The hash that the bytes of a record give. */
const recomputed = (record: object): string | undefined => {
  const text = textOf(record);
  return text === undefined ? undefined : sha256Hex(text);
};

const placeFields = ['tenant', 'aggregate', 'id', 'seq'] as const;

const checkRecord = (kept: Kept, before: Kept | undefined): readonly Finding[] => {
  const where = `${kept.id} record ${kept.seq}`;
  const expected = before === undefined ? 1 : before.seq + 1;
  if (before !== undefined && kept.seq === before.seq)
    return unless(false, where, 'The number is taken twice: the chain forks here.');
  return [
    ...unless(kept.seq === expected, where, `The record before it has no number ${expected}: records are missing.`),
    ...unless(recomputed(kept.record) === kept.hash, where, 'The record was changed: its bytes do not give its hash.'),
    ...unless(
      placeFields.every((field) => kept.record[field] === kept[field]),
      where,
      'The record says that it belongs somewhere else.',
    ),
    ...unless(
      kept.record['prev'] === (before?.hash ?? null),
      where,
      'The record does not name the hash of the record before it.',
    ),
  ];
};

/** Checks one aggregate's records: numbers without gaps, hashes of their bytes, and each naming the one before. */
export const checkChain = (records: readonly Kept[]): readonly Finding[] => {
  const ordered = records.toSorted((a, b) => a.seq - b.seq);
  return ordered.flatMap((kept, at) => checkRecord(kept, ordered[at - 1]));
};
