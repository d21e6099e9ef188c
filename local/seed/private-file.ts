import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type * as z from 'zod';
import { plainError } from '../plain-error.ts';

const contentsOf = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return undefined;
    throw plainError(`The file ${path} cannot be read: allow this user to read it, then start again.`, thrown);
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const writing = new Map<string, Promise<void>>();

const replace = async (path: string, value: unknown): Promise<void> => {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(aside, `${JSON.stringify(value, undefined, 2)}\n`, { mode: 0o600 });
  await rename(aside, path);
};

/**
 * Writes what only this user may read. The file is exchanged as a whole, so that a program that is killed leaves the
 * old one or the new one and no half; writes of one file follow each other, so that the newest stands at last.
 */
export const writePrivately = (path: string, value: unknown): Promise<void> => {
  const before = writing.get(path) ?? Promise.resolve();
  const after = before.catch(() => undefined).then(() => replace(path, value));
  writing.set(path, after);
  return after;
};

/**
 * Reads a JSON file of the data folder, or makes it on the first start. A file that is there but is not what it should
 * be is never overwritten: what it held may be the only way to read the data.
 */
export const readOrMake = async <S extends z.ZodType>(
  path: string,
  schema: S,
  make: () => Promise<z.output<S>>,
): Promise<z.output<S>> => {
  const text = await contentsOf(path);
  if (text === undefined) {
    const made = await make();
    await writePrivately(path, made);
    return made;
  }
  const read = schema.safeParse(parsed(text));
  if (!read.success)
    throw plainError(
      `The file ${path} is damaged: restore it from a copy, ` +
        'or move the data folder away to begin anew, then start again.',
    );
  return read.data;
};
