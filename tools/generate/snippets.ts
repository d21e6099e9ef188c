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

type Read = (path: string) => string | undefined;
type Snippet = { readonly lines: readonly string[] } | { readonly wrong: string };

/** The lines that a page shows, from `path` or `path#region`, or in a sentence why there are none. */
const snippetOf = (reference: string, read: Read): Snippet => {
  const [path = '', region] = reference.split('#');
  const text = read(path);
  if (text === undefined) return { wrong: `${path} is not there` };
  const shown = region === undefined ? wholeOf(text) : regionOf(text, region);
  if (shown === undefined) return { wrong: `${path} has no region ${region} that ends` };
  return { lines: shown.replace(/^\n+|\s+$/g, '').split('\n') };
};

/** A page with each of its fences that name a file filled from that file; what cannot be filled stays as it is. */
export const withSnippets = (page: string, read: Read): string =>
  page.replace(fence, (...[whole = '', indent = '', ticks = '', info = '', reference = '']: readonly string[]) => {
    const snippet = snippetOf(reference, read);
    if ('wrong' in snippet) return whole;
    const body = snippet.lines.map((line) => (line === '' ? '' : `${indent}${line}`)).join('\n');
    return `${indent}${ticks}${info}\n${body}\n${indent}${ticks}`;
  });

/** What a page names and cannot show. */
export const snippetFaults = (page: string, read: Read): readonly string[] =>
  [...page.matchAll(fence)].flatMap(([, , , , reference = '']) => {
    const snippet = snippetOf(reference, read);
    return 'wrong' in snippet ? [snippet.wrong] : [];
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

export type SnippetPage = { readonly path: string; readonly text: string; readonly faults: readonly string[] };

/** Every page that shows files, as it has to read. */
export const snippetPages = (root: string): readonly SnippetPage[] => {
  const read: Read = (path) => {
    const file = join(root, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  return pagesIn(root).flatMap((path) => {
    const page = read(path) ?? '';
    return page.search(fence) < 0 ? [] : [{ path, text: withSnippets(page, read), faults: snippetFaults(page, read) }];
  });
};
