import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assetNames } from './assets.ts';
import { fileBody } from './file-body.ts';
import { filePathOf } from './paths.ts';
import { siteOf } from './site.ts';

const filesUnder = (root: string, folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    );

/** Files that pages may link to, each under the path at which it is served. */
const filesOf = (root: string): readonly (readonly [path: string, file: string])[] =>
  ['docs', 'examples', 'sdk', 'collections']
    .flatMap((folder) => {
      try {
        return filesUnder(root, folder);
      } catch {
        return [];
      }
    })
    .flatMap((file) => {
      const path = filePathOf(file);
      return path === undefined ? [] : [[path, file] as const];
    });

/** Where events say that their schemas are. */
const schemasOf = (root: string): readonly (readonly [path: string, file: string])[] =>
  filesUnder(root, 'docs/reference/schemas').map((file) => [file.replace('docs/reference', ''), file] as const);

/** Where problems say that their pages are. */
const problemsOf = (paths: readonly string[]): readonly string[] =>
  paths
    .filter((path) => path.startsWith('/docs/reference/problems/'))
    .map((path) => path.replace('/docs/reference/problems/', '/docs/problems/'));

/** A page is an index of a folder: every host finds it, with and without a slash at its end. */
const fileOf = (path: string, type: string): string => (type.startsWith('text/html') ? join(path, 'index.html') : path);

/** Writes the whole site as files below a folder that a host shows as its root; says how many there are. */
export const exportSite = (root: string, out: string): number => {
  const site = siteOf(root, { isStatic: true });
  const write = (path: string, body: string | Buffer): void => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), body);
  };
  const made = [...site.paths(), ...problemsOf(site.paths()), ...assetNames().map((name) => `/docs/assets/${name}`)];
  for (const path of made) {
    const answer = site.at(path);
    if (answer === undefined) throw new Error(`${path} is not there.`);
    write(fileOf(path, answer.type), answer.body);
  }
  const files = [...filesOf(root), ...schemasOf(root), ['/openapi.json', 'docs/reference/openapi.json'] as const];
  for (const [path, file] of files) write(path, fileBody(root, file));
  // Most hosts show this file where nothing stands.
  write('/404.html', site.missing('/docs').body);
  return made.length + files.length + 1;
};
