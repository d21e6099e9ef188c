import { lettersFolder } from '../../functions/_kit/ops-evidence.ts';
import { recordName } from '../../functions/audit/evidence.ts';
import type { Book, RecordLine } from './book.ts';
import { chainName } from './book.ts';
import { textOf } from './check-chain.ts';
import { type Finding, finding, type Result, unless } from './finding.ts';

/** The write-once archive as it lies in a folder: texts by name, and the names that were there before the export. */
export type ArchiveFiles = { readonly files: ReadonlyMap<string, string>; readonly before: ReadonlySet<string> };

const nameOf = ({ tenant, aggregate, id, seq }: RecordLine): string => recordName(tenant, { kind: aggregate, id }, seq);

/** The same bytes as `recordText` gives. */
const archivedText = ({ hash, record }: RecordLine): string | undefined => {
  const text = textOf(record);
  return text === undefined ? undefined : `{"hash":"${hash}","record":${text}}`;
};

const checkArchived = (line: RecordLine, audited: boolean, text: string | undefined): readonly Finding[] => {
  const where = `${line.id} record ${line.seq}`;
  if (text === undefined) return unless(!audited, where, 'It was audited, but the archive lacks it.');
  return unless(text === archivedText(line), where, 'The archive holds it with other bytes than the table.');
};

/** Whether some check knows what this is, or operators wrote it; the archive holds nothing else. */
const isOurs = (name: string, tenants: ReadonlySet<string>): boolean => {
  const [kind = '', tenant = ''] = name.split('/');
  if (name.startsWith(lettersFolder)) return true;
  return kind === 'records' || (['checkpoints', 'tiles'].includes(kind) && tenants.has(tenant));
};

/** The archive and the table hold the same records, byte for byte. What is audited was archived before. */
export const checkArchive = (book: Book, { files, before }: ArchiveFiles): Result => {
  const heads = new Map(book.heads.map((head) => [chainName(head), head.seq]));
  const inTable = new Set(book.records.map(nameOf));
  const tenants = new Set(book.tenants.map(({ tenant }) => tenant));
  const archived = [...before].filter((name) => name.startsWith('records/'));
  return {
    check: 'archive',
    looked: archived.length,
    findings: [
      ...book.records.flatMap((line) =>
        checkArchived(line, line.seq <= (heads.get(chainName(line)) ?? 0), files.get(nameOf(line))),
      ),
      ...archived
        .filter((name) => !inTable.has(name))
        .map((name) => finding(name, 'The archive holds this record, but the table lacks it.')),
      ...[...before]
        .filter((name) => !isOurs(name, tenants))
        .map((name) => finding(name, 'The archive holds this, but it belongs to nothing in the table.')),
    ],
  };
};
