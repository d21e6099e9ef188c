import type { JSONWebKeySet } from 'jose';
import { readBook } from './book.ts';
import { type ArchiveFiles, checkArchive } from './check-archive.ts';
import { checkCheckpoints } from './check-checkpoints.ts';
import { checkFeed } from './check-feed.ts';
import { checkWitness } from './check-proof.ts';
import { checkHeads, checkRecords, checkStates } from './check-table.ts';
import type { Result } from './finding.ts';

export type Given = {
  /** The export of the table, a line of JSON for each item. */
  readonly lines: readonly string[];
  readonly archive: ArchiveFiles;
  readonly jwks: JSONWebKeySet;
  /** A proof that somebody outside has kept. */
  readonly proof?: unknown;
};

/**
 * Compares the table, the archive and the signed checkpoints with each other and with themselves (reliability A1).
 */
export const verifyBook = async ({ lines, archive, jwks, proof }: Given): Promise<readonly Result[]> => {
  const { book, looked, findings } = readBook(lines);
  return [
    { check: 'export', looked, findings },
    checkRecords(book),
    checkHeads(book),
    checkStates(book),
    checkFeed(book),
    checkArchive(book, archive),
    await checkCheckpoints({ book, archive, jwks }),
    ...(proof === undefined ? [] : [checkWitness(proof, book)]),
  ];
};
