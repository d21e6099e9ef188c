import { ArchivedCheckpoint, Checkpoint } from '../../domain/audit/schema.ts';
import { checkpointName, checkpointText } from '../../functions/audit/evidence.ts';
import { checkpointHash } from '../../functions/audit/read-checkpoint.ts';
import type { TenantLine } from './book.ts';
import type { ArchiveFiles } from './check-archive.ts';
import type { Opener } from './statement.ts';

export type Signed = { readonly checkpoint: Checkpoint; readonly hash: string };

/** A checkpoint of the archive by the number in its name; not opened if no key of the set signed it. */
export type Numbered = { readonly number: number; readonly signed: Signed | undefined };

/** What a tenant's part of the archive holds, first to last, and the last of it that was there before the export. */
export type TenantCheckpoints = { readonly found: readonly Numbered[]; readonly seen: number };

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What a checkpoint's statement says. */
export const openCheckpoint = async (statement: unknown, open: Opener): Promise<Signed | undefined> => {
  const checkpoint = Checkpoint.safeParse(await open(statement, 'checkpoint+jwt')).data;
  return checkpoint === undefined ? undefined : { checkpoint, hash: checkpointHash(checkpoint) };
};

const openFile = async (text: string, open: Opener): Promise<Signed | undefined> => {
  const file = ArchivedCheckpoint.safeParse(parsed(text)).data;
  if (file === undefined || checkpointText(file.statement) !== text) return undefined;
  return openCheckpoint(file.statement, open);
};

const numbersIn = (names: Iterable<string>, tenant: string): readonly number[] =>
  [...names]
    .filter((name) => name.startsWith(`checkpoints/${tenant}/`))
    .map((name) => Number(name.slice(name.lastIndexOf('/') + 1, -'.json'.length)))
    .toSorted((a, b) => a - b);

/** Reads the checkpoints of a tenant. */
export const readCheckpoints = async (
  { files, before }: ArchiveFiles,
  { tenant, checkpoint: mark }: TenantLine,
  open: Opener,
): Promise<TenantCheckpoints> => {
  const seen = numbersIn(before, tenant).at(-1) ?? 0;
  // What was signed while the table was exported may speak of records that the export does not hold yet.
  const numbers = numbersIn(files.keys(), tenant).filter((number) => !(number > Math.max(seen, mark?.number ?? 0)));
  const found: Numbered[] = [];
  for (const number of numbers) {
    const text = files.get(checkpointName(tenant, number)) ?? '';
    found.push({ number, signed: await openFile(text, open) });
  }
  return { found, seen };
};
