import { Checkpoint, SignedWindow } from '../../domain/audit/schema.ts';
import { sha256Hex } from '../../functions/_kit/crypto.ts';
import { canonicalJson } from '../../functions/_kit/record.ts';
import type { CheckpointMark, StoredRecord } from '../../functions/_kit/store.ts';
import { checkpointName, windowName } from '../../functions/audit/evidence.ts';
import type { Archived } from './read-records.ts';

const parsed = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
};

/** What a checkpoint says, whoever signed it: the proof of the rebuilt book checks that afterwards. */
const checkpointIn = (text: string): Checkpoint | undefined => {
  const [, payload = ''] = String(Object(parsed(text)).statement).split('.');
  return Checkpoint.safeParse(parsed(Buffer.from(payload, 'base64url').toString('utf8'))).data;
};

const checkpointsOf = (archive: Archived, tenant: string): readonly Checkpoint[] => {
  const found: Checkpoint[] = [];
  for (let number = 1; ; number += 1) {
    const text = archive.get(checkpointName(tenant, number));
    const checkpoint = text === undefined ? undefined : checkpointIn(text);
    if (checkpoint === undefined) return found;
    found.push(checkpoint);
  }
};

const byTime = (a: StoredRecord, b: StoredRecord): number => {
  const keyOf = ({ record: { recordedAt, id, seq } }: StoredRecord) =>
    `${recordedAt} ${id} ${`${seq}`.padStart(10, '0')}`;
  return keyOf(a) < keyOf(b) ? -1 : 1;
};

/**
 * A tenant's records in the order of its feed. Up to the last checkpoint that order was signed; a record's own file
 * does not tell its position, so what came later follows in the order of its times.
 */
export const feedOrder = (archive: Archived, tenant: string, records: readonly StoredRecord[]) => {
  const byHash = new Map(records.map((one) => [one.hash, one]));
  const checkpoints = checkpointsOf(archive, tenant);
  const signed = checkpoints.flatMap(({ window }) => {
    const rows = SignedWindow.safeParse(parsed(archive.get(windowName(tenant, window)))).data ?? [];
    return rows.flatMap(([, , , hash]) => byHash.get(hash) ?? []);
  });
  const known = new Set(signed.map(({ hash }) => hash));
  const rest = records.filter(({ hash }) => !known.has(hash)).toSorted(byTime);
  const last = checkpoints.at(-1);
  const mark: CheckpointMark | undefined =
    last === undefined
      ? undefined
      : { number: last.number, hash: sha256Hex(canonicalJson(last)), feedEnd: last.feedEnd };
  return { ordered: [...signed, ...rest], signedTo: signed.length, mark };
};
