import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A file's exports, as they are when it runs. */
export type Exports = Readonly<Record<string, unknown>>;

export const exportsOf = (path: string): Promise<Exports> =>
  import(/* @vite-ignore */ pathToFileURL(path).href) as Promise<Exports>;

export const isSchemaFile = (path: string): boolean => path.endsWith('schema.ts');

const importedBy = async (path: string): Promise<readonly string[]> =>
  [...(await readFile(path, 'utf8')).matchAll(/^import (?!type)[^;]*? from '(\.[^']+\.ts)';$/gm)].map(([, name = '']) =>
    fileURLToPath(new URL(name, pathToFileURL(path))),
  );

/**
 * What the schemas of a file are made with: by path, the files that it imports, and what schemas among them import in
 * turn. Checks of our own stand there, where a bundle finds them.
 */
export const besideOf = async (path: string): Promise<ReadonlyMap<string, Exports>> => {
  const paths = new Set(await importedBy(path));
  // A set that grows while it is walked is walked to its end.
  for (const one of paths) if (isSchemaFile(one)) for (const inner of await importedBy(one)) paths.add(inner);
  return new Map(await Promise.all([...paths].map(async (one) => [one, await exportsOf(one)] as const)));
};
