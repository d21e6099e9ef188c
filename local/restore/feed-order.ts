import { tilesOf } from '../../domain/audit/merkle/tiles.ts';
import { Checkpoint, TileHashes } from '../../domain/audit/schema.ts';
import type { CheckpointMark, StoredRecord } from '../../functions/_kit/store.ts';
import { checkpointName, tileName } from '../../functions/audit/evidence.ts';
import { checkpointHash } from '../../functions/audit/read-checkpoint.ts';
import { leafOf } from '../../functions/audit/read-tree.ts';
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

/** The leaves of the signed tree, left to right, as its lowest tiles hold them. */
const leavesOf = (archive: Archived, tenant: string, size: number): readonly string[] =>
  tilesOf(size)
    .filter(({ level }) => level === 0)
    .flatMap((place) => TileHashes.safeParse(parsed(archive.get(tileName(tenant, place)))).data ?? []);

/**
 * A tenant's records in the order of its feed. Up to the last checkpoint that order was signed; a record's own file
 * does not tell its position, so what came later follows in the order of its times.
 */
export const feedOrder = (archive: Archived, tenant: string, records: readonly StoredRecord[]) => {
  const byLeaf = new Map(
    records.map((one) => {
      const { aggregate, id, seq } = one.record;
      return [leafOf({ aggregate, id, seq, hash: one.hash }), one];
    }),
  );
  const last = checkpointsOf(archive, tenant).at(-1);
  const signed = leavesOf(archive, tenant, last?.feedEnd ?? 0).flatMap((leaf) => byLeaf.get(leaf) ?? []);
  const known = new Set(signed.map(({ hash }) => hash));
  const rest = records.filter(({ hash }) => !known.has(hash)).toSorted(byTime);
  const mark: CheckpointMark | undefined =
    last === undefined ? undefined : { number: last.number, hash: checkpointHash(last), feedEnd: last.feedEnd };
  return { ordered: [...signed, ...rest], signedTo: signed.length, mark };
};
