import { readBook } from './book.ts';
import { type ArchiveFiles, checkArchive } from './check-archive.ts';
import { checkCheckpoints } from './check-checkpoints.ts';
import { checkFeed } from './check-feed.ts';
import { checkKept } from './check-kept.ts';
import { checkWitness } from './check-proof.ts';
import { checkHeads, checkRecords, checkStates } from './check-table.ts';
import { checkTiles } from './check-tiles.ts';
import { checkTold } from './check-told.ts';
import type { Result } from './finding.ts';
import { readCheckpoints, type TenantCheckpoints } from './read-checkpoints.ts';
import type { Opener } from './statement.ts';
import { treesOf } from './tree.ts';

export type Given = {
  /** The export of the table, a line of JSON for each item. */
  readonly lines: readonly string[];
  readonly archive: ArchiveFiles;
  /** Opens what the published keys signed. */
  readonly open: Opener;
  /** A proof that somebody outside has kept. */
  readonly proof?: unknown;
  /** Checkpoints that somebody outside has kept. */
  readonly kept?: readonly unknown[];
};

/**
 * Compares the table, the archive and the signed checkpoints with each other and with themselves (reliability A1).
 */
export const verifyBook = async ({ lines, archive, open, proof, kept = [] }: Given): Promise<readonly Result[]> => {
  const { book, looked, findings } = readBook(lines);
  const trees = treesOf(book);
  const checkpoints = new Map<string, TenantCheckpoints>();
  for (const line of book.tenants) checkpoints.set(line.tenant, await readCheckpoints(archive, line, open));
  return [
    { check: 'export', looked, findings },
    checkRecords(book),
    checkHeads(book),
    checkStates(book),
    checkFeed(book),
    checkArchive(book, archive),
    checkTiles(book, archive, { checkpoints, trees }),
    checkCheckpoints(book, checkpoints, trees),
    await checkTold(book, { open, checkpoints }),
    ...(proof === undefined ? [] : [await checkWitness(proof, { book, trees, open })]),
    ...(kept.length === 0 ? [] : [await checkKept(kept, open, { trees, checkpoints })]),
  ];
};
