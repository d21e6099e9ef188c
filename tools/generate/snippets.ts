import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const fence = /^( *)(`{3,}|~{3,})([^\n]*\bfile=(\S+)[^\n]*)\n([\s\S]*?)^ *\2 *$/gm;

const opens = (name: string): RegExp => new RegExp(`^\\s*(//|#)\\s*region ${name}\\s*$`);
const marker = /^\s*(\/\/|#)\s*(region \S+|endregion)\s*$/;
const closes = /^\s*(\/\/|#)\s*endregion\s*$/;

const withoutIndent = (lines: readonly string[]): string => {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const common = Math.min(...indents);
  return lines.map((line) => line.slice(common)).join('\n');
};

/** What stands in a file between `// region name` and its end; regions may lie in each other. */
const regionOf = (text: string, name: string): string | undefined => {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => opens(name).test(line));
  if (start < 0) return undefined;
  let depth = 1;
  const inside: string[] = [];
  for (const line of lines.slice(start + 1)) {
    if (closes.test(line)) depth -= 1;
    else if (marker.test(line)) depth += 1;
    if (depth === 0) return withoutIndent(inside);
    if (!marker.test(line)) inside.push(line);
  }
  return undefined;
};

const wholeOf = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !marker.test(line) && !line.startsWith('#!'))
    .join('\n');

/** The lines of a page's snippet, from `path` or `path#region`. */
const snippetOf = (reference: string, read: (path: string) => string | undefined): string => {
  const [path = '', region] = reference.split('#');
  const text = read(path);
  if (text === undefined) throw new Error(`${path} is not there: a page shows it.`);
  const shown = region === undefined ? wholeOf(text) : regionOf(text, region);
  if (shown === undefined) throw new Error(`${path} has no region ${region} that ends.`);
  return shown.replace(/^\n+|\s+$/g, '');
};

/** A page with each of its fences that name a file filled from that file. */
export const withSnippets = (page: string, read: (path: string) => string | undefined): string =>
  page.replace(fence, (...[, indent = '', ticks = '', info = '', reference = '']: readonly string[]) => {
    const lines = snippetOf(reference, read).split('\n');
    const body = lines.map((line) => (line === '' ? '' : `${indent}${line}`)).join('\n');
    return `${indent}${ticks}${info}\n${body}\n${indent}${ticks}`;
  });

const generatedUnder = /^docs\/(reference|decisions)\//;

const pagesIn = (root: string): readonly string[] => {
  const docs = readdirSync(join(root, 'docs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/').replace(/^\//, ''));
  const beside = ['README.md', 'sdk/README.md', 'examples/README.md', 'collections/README.md'];
  return [
    ...docs.filter((path) => !generatedUnder.test(path)),
    ...beside.filter((path) => existsSync(join(root, path))),
  ];
};

/** Every page that shows files, by its path from the root, as it has to read. */
export const snippetPages = (root: string): ReadonlyMap<string, string> => {
  const read = (path: string): string | undefined => {
    const file = join(root, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  return new Map(
    pagesIn(root).flatMap((path): [string, string][] => {
      const page = read(path) ?? '';
      return / file=/.test(page) ? [[path, withSnippets(page, read)]] : [];
    }),
  );
};
