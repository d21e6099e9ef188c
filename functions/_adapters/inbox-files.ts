import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Inbox, InboxFile } from '../_kit/services.ts';

const namePattern = /^[a-z0-9_-]+(\/[a-z0-9_-]+)*(\.json|\/)$/;

const isMissing = (thrown: unknown): boolean => thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';

const versionOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Waits until the bytes lie on the disk: a provider is told that we have them. */
const writeDurably = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const aside = `${path}.${randomBytes(8).toString('hex')}.part`;
  const file = await open(aside, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, path);
  const folder = await open(dirname(path), 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
};

/**
 * The inbox in a folder of a laptop. One program has the folder to itself, so its writes stand in one line: what was
 * read before a write is still there.
 */
export const fileInbox = (folder: string): Inbox => {
  let last: Promise<unknown> = Promise.resolve();
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  const pathOf = (name: string): string => {
    if (!namePattern.test(name)) throw new Error(`"${name}" cannot be a name in the inbox.`);
    return join(folder, name);
  };
  const read = async (name: string): Promise<InboxFile | undefined> => {
    try {
      const text = await readFile(pathOf(name), 'utf8');
      return { text, version: versionOf(text) };
    } catch (thrown) {
      if (isMissing(thrown)) return undefined;
      throw thrown;
    }
  };
  return {
    read,
    write: (name, text, over) =>
      inLine(async () => {
        if ((await read(name))?.version !== over) return undefined;
        await writeDurably(pathOf(name), text);
        return versionOf(text);
      }),
    names: async (parent, behind, limit) => {
      const found = await readdir(pathOf(parent)).catch((thrown: unknown) => {
        if (isMissing(thrown)) return [];
        throw thrown;
      });
      const names = found.filter((name) => name.endsWith('.json')).map((name) => `${parent}${name}`);
      return names
        .filter((name) => name > behind)
        .toSorted((a, b) => (a < b ? -1 : 1))
        .slice(0, limit);
    },
  };
};
