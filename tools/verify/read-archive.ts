import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

const isMissing = (thrown: unknown): boolean => thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';

/** The names of all evidence in an archive's folder; none where there is no such folder. */
export const namesInArchive = async (folder: string): Promise<readonly string[]> => {
  try {
    const names = await readdir(folder, { recursive: true });
    return names.filter((name) => name.endsWith('.json')).map((name) => name.split(sep).join('/'));
  } catch (thrown) {
    if (isMissing(thrown)) return [];
    throw thrown;
  }
};

const atOnce = 64;

/** All evidence of an archive, by name. */
export const readArchive = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const names = await namesInArchive(folder);
  const files = new Map<string, string>();
  for (let at = 0; at < names.length; at += atOnce) {
    const some = names.slice(at, at + atOnce);
    const texts = await Promise.all(some.map((name) => readFile(join(folder, name), 'utf8')));
    for (const [place, name] of some.entries()) files.set(name, texts[place] ?? '');
  }
  return files;
};
