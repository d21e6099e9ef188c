import type { OperationRecord } from '../../../functions/_kit/record.ts';
import { type RecordLine, readBook } from '../../../tools/verify/book.ts';

/** A record of the exported table with what the checks of a load ask of it. */
export type Row = Pick<RecordLine, 'tenant' | 'aggregate' | 'id' | 'seq' | 'hash'> & {
  readonly record: OperationRecord;
};

/** The records of an export. Their form and hashes are the verifier's to check, and unreadable ones its findings. */
export const rowsOf = (lines: readonly string[]): readonly Row[] =>
  readBook(lines).book.records.flatMap(({ record, ...place }) =>
    Array.isArray(record['events']) && Array.isArray(record['postings'])
      ? [{ ...place, record: record as unknown as OperationRecord }]
      : [],
  );

/** All events of some rows of one type, with the row that tells of them. */
export const eventsOf = (rows: readonly Row[], ...types: readonly string[]) =>
  rows.flatMap((row) =>
    row.record.events
      .filter(({ type }) => types.includes(type))
      .map(({ type, data }) => ({ row, type, data: Object(data) as Readonly<Record<string, unknown>> })),
  );
