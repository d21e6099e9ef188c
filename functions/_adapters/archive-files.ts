import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Archive } from '../_kit/services.ts';

const namePattern = /^[a-z0-9_-]+(\/[a-z0-9_-]+)*\.json$/;

const errorCode = (thrown: unknown): unknown => (thrown instanceof Error && 'code' in thrown ? thrown.code : undefined);

/** Waits until the bytes lie on the disk, for evidence that a power cut takes away is none. */
const writeDurably = async (path: string, text: string): Promise<void> => {
  const file = await open(path, 'wx', 0o444);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** The name of a file is durable once its folder is; some systems cannot open one, and do this by themselves. */
const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
};

const textAt = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (thrown) {
    if (errorCode(thrown) === 'ENOENT') return undefined;
    throw thrown;
  }
};

/**
 * Write-once storage in a folder. A file appears under its name whole or not at all: it is written aside and then
 * linked, which fails where the name is taken.
 */
export const fileArchive = (folder: string): Archive => {
  const pathOf = (name: string): string => {
    if (!namePattern.test(name)) throw new Error(`"${name}" cannot be the name of evidence.`);
    return join(folder, name);
  };

  const write: Archive['write'] = async (name, text) => {
    const path = pathOf(name);
    const aside = `${path}.${randomBytes(8).toString('hex')}.part`;
    // Most evidence lies beside some that is there already, so its folder is only made where it is missing.
    await writeDurably(aside, text).catch(async (thrown: unknown) => {
      if (errorCode(thrown) !== 'ENOENT') throw thrown;
      await mkdir(dirname(path), { recursive: true });
      await writeDurably(aside, text);
    });
    try {
      await link(aside, path);
      await syncFolder(dirname(path));
      return 'written';
    } catch (thrown) {
      if (errorCode(thrown) !== 'EEXIST') throw thrown;
      return (await textAt(path)) === text ? 'same' : 'different';
    } finally {
      await unlink(aside);
    }
  };

  return { write, read: async (name) => textAt(pathOf(name)) };
};
