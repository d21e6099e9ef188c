import { posix } from 'node:path';
import { slugger } from '../../../tools/site/slug.ts';
import type { Repository, Rule } from './repository.ts';

const fence = /^(```|~~~)[\s\S]*?^\1/gm;

const pagesIn = ({ files }: Repository) =>
  [...files].filter(([path]) => path.endsWith('.md')).map(([path, text]) => [path, text.replace(fence, '')] as const);

/** A page has exactly one title. */
export const pagesHaveOneTitle: Rule = (repository) =>
  pagesIn(repository).flatMap(([path, text]) => {
    const titles = text.match(/^# \S.*$/gm)?.length ?? 0;
    return titles === 1 ? [] : [`${path} has ${titles} titles; a page has exactly one`];
  });

const links = /\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;

/** The anchors of a page: its headings, as GitHub and the site make ids of them. */
const anchorsOf = (text: string): ReadonlySet<string> => {
  const idOf = slugger();
  const headings = text.replace(fence, '').match(/^#{1,6} .+$/gm) ?? [];
  // A link in a heading counts by its words.
  const wordsOf = (heading: string): string => heading.replace(/^#+ /, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  return new Set(headings.map((heading) => idOf(wordsOf(heading).replace(/[`*]/g, ''))));
};

const partsOf = (link: string): readonly [path: string, anchor: string] => {
  const [path = '', anchor = ''] = decodeURI(link).split('#');
  return [path.replace(/\?.*$/, ''), anchor];
};

/** Links between pages lead somewhere: to a file or a folder that is there, and to a heading that the page has. */
export const linksLeadSomewhere: Rule = (repository) => {
  const { files } = repository;
  const folders = new Set(
    [...files.keys()].flatMap((path) => path.split('/').map((_, at, all) => all.slice(0, at).join('/'))),
  );
  const isThere = (path: string, link: string): boolean => {
    const [to, anchor] = partsOf(link);
    const target = to === '' ? path : posix.join(posix.dirname(path), to).replace(/\/$/, '');
    if (anchor !== '' && target.endsWith('.md')) return anchorsOf(files.get(target) ?? '').has(anchor);
    return files.has(target) || folders.has(target) || target === '.';
  };
  return pagesIn(repository).flatMap(([path, text]) =>
    [...text.replace(/`[^`\n]*`/g, '').matchAll(links)]
      .map(([, link = '']) => link)
      .filter((link) => !/^([a-z]+:)/i.test(link) && !isThere(path, link))
      .map((link) => `${path} links to ${link}, which is not there`),
  );
};

const snippet = /^ *(?:```|~~~)(sh|bash|ts|typescript|js|javascript|mjs|json|http)\b([^\n]*)/gm;
/** Decisions are of their day; the reference is generated; operators work on what is not there in a test. */
const mayWrite = /^docs\/(decisions|reference|operations)\//;
/** A snippet of a page is a file that runs in a test: its fence says which. What a program printed is `text`. */
export const snippetsAreFiles: Rule = ({ files }) =>
  [...files]
    .filter(([path]) => path.startsWith('docs/') && path.endsWith('.md') && !mayWrite.test(path))
    .flatMap(([path, text]) =>
      [...text.matchAll(snippet)]
        .filter(([, , info = '']) => !/\bfile=\S/.test(info))
        .map(([, language]) => `${path} has a snippet of ${language} that is no file: say file=…`),
    );
