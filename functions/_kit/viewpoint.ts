import type { Viewpoint } from '../../domain/shared/viewpoint.ts';
import type { CursorPage } from './cursor.ts';
import type { OperationRecord } from './record.ts';
import type { RootRef, StoredRecord } from './store.ts';

type HistoryPort = {
  history(root: RootRef, page: CursorPage): Promise<{ items: readonly StoredRecord[]; next: string | undefined }>;
};
type TimeQuery = { readonly asOf?: string | undefined; readonly knownAt?: string | undefined };

const recordsAtOnce = 50;
const instantOf = (time: string): string => new Date(time).toISOString();

/** The viewpoint that a query asks for; undefined for the object as it stands now. */
export const viewpointOf = ({ asOf, knownAt }: TimeQuery): Viewpoint | undefined =>
  asOf === undefined && knownAt === undefined
    ? undefined
    : {
        ...(asOf !== undefined && { asOf: instantOf(asOf) }),
        ...(knownAt !== undefined && { knownAt: instantOf(knownAt) }),
      };

/** All records of an aggregate that a viewpoint can see, read in pages; what was recorded later is not read on. */
export const recordsFrom = async (
  ports: HistoryPort,
  root: RootRef,
  { knownAt }: Viewpoint,
): Promise<readonly OperationRecord[]> => {
  const records: OperationRecord[] = [];
  let cursor: string | undefined;
  do {
    const page = await ports.history(root, { cursor, limit: recordsAtOnce });
    records.push(...page.items.map(({ record }) => record));
    const last = records.at(-1)?.recordedAt ?? '';
    cursor = knownAt !== undefined && last > knownAt ? undefined : page.next;
  } while (cursor !== undefined);
  return records;
};
