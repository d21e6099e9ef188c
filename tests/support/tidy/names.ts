import { withoutComments } from './code.ts';
import { basename, type Rule, sourcesIn } from './repository.ts';

const entriesMax = 24;
const forbiddenFolders = ['src', 'lib', 'utils', 'common', 'services', 'types'];
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(ts|mts|mjs|js)$/;

/** The top is short enough to read at a glance, and no folder is named after a kind instead of a subject. */
export const foldersSayWhat: Rule = ({ files, entries }) => {
  const folders = new Set([...files.keys()].flatMap((path) => path.split('/').slice(0, -1)));
  return [
    ...(entries.length > entriesMax ? [`The top has ${entries.length} entries; the most is ${entriesMax}`] : []),
    ...forbiddenFolders.filter((name) => folders.has(name)).map((name) => `A folder may not be named ${name}`),
  ];
};

/** Files are named by the word that finds them everywhere. */
export const filesAreKebabCase: Rule = (repository) =>
  sourcesIn(repository)
    .filter(([path]) => !kebab.test(basename(path)))
    .map(([path]) => `${path} must be named in kebab case`);

const reexport = /export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"][^'"]+['"];?/g;

/** No file only passes on what others hold: it would hide where a thing is. */
export const thereAreNoBarrels: Rule = (repository) =>
  sourcesIn(repository).flatMap(([path, source]) => {
    const code = withoutComments(source).trim();
    const isBarrel = /^index\./.test(basename(path)) || (code !== '' && code.replace(reexport, '').trim() === '');
    return isBarrel ? [`${path} is a barrel`] : [];
  });
