import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { plainError } from '../plain-error.ts';

/** What opens a book and what it is opened with; everything else in a data folder follows from work that is over. */
const keysAndClock = ['keys', 'credentials.json', 'clock.json'];

const entriesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);

/** A table is rebuilt where there is none: two books in one table could never be told apart again. */
export const mustBeNew = async (folder: string): Promise<void> => {
  if ((await entriesIn(folder)).length > 0)
    throw plainError(`The folder ${folder} is not empty: name a new one with --data, and move nothing into it.`);
};

/** Brings the keys of another data folder along; the archive lies beside the new table, where the next records go. */
export const furnish = async (folder: string, keys: string | undefined, archive: string): Promise<void> => {
  for (const name of keys === undefined ? [] : await entriesIn(keys))
    if (keys !== undefined && keysAndClock.includes(name))
      await cp(join(keys, name), join(folder, name), { recursive: true, preserveTimestamps: true });
  await cp(archive, join(folder, 'archive'), { recursive: true, preserveTimestamps: true });
};
