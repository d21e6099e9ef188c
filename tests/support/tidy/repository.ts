import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a repository by path, with `/` on every platform; `entries` are the names at its top. */
export type Repository = { readonly files: ReadonlyMap<string, string>; readonly entries: readonly string[] };

/** One thing that must hold everywhere: it gives a sentence for each place where it does not. */
export type Rule = (repository: Repository) => readonly string[];

const textual = /\.(ts|mts|mjs|js|json|md)$/;
const neverOurs = ['.git', 'node_modules'];

/** The folders and files that .gitignore names: by a plain name, as `*.ext`, or by a path from the root. */
const ignoredIn = (root: string): ((path: string) => boolean) => {
  const file = join(root, '.gitignore');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const names = [...neverOurs, ...lines.map((line) => line.trim().replace(/^\/|\/$/g, ''))];
  return (path) =>
    names.some(
      (ignored) =>
        path === ignored || basename(path) === ignored || (ignored.startsWith('*.') && path.endsWith(ignored.slice(1))),
    );
};

const pathsUnder = (folder: string, prefix: string, isIgnored: (name: string) => boolean): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !isIgnored(`${prefix}${name}`))
    .flatMap((entry) =>
      entry.isDirectory()
        ? pathsUnder(join(folder, entry.name), `${prefix}${entry.name}/`, isIgnored)
        : [`${prefix}${entry.name}`],
    );

/** Reads the repository at a folder. Files that are not text are known by name only. */
export const readRepository = (root: string): Repository => {
  const isIgnored = ignoredIn(root);
  const paths = pathsUnder(root, '', isIgnored);
  const read = (path: string) => (textual.test(path) ? readFileSync(join(root, path), 'utf8') : '');
  return {
    files: new Map(paths.map((path) => [path, read(path)])),
    entries: readdirSync(root).filter((name) => !isIgnored(name)),
  };
};

const code = /\.(ts|mts|mjs|js)$/;

/** What nobody writes by hand, and nobody has to read to the end. */
const generated = ['docs/', 'sdk/generated/'];

/** The sources, without what is generated or data: reference docs are no code of ours to read. */
export const sourcesIn = ({ files }: Repository, under = ''): readonly (readonly [path: string, text: string])[] =>
  [...files].filter(
    ([path]) => code.test(path) && path.startsWith(under) && !generated.some((folder) => path.startsWith(folder)),
  );

export const basename = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
