import { posix } from 'node:path';

/** The languages of pages; Chinese ones lie in a folder of their own under the same paths. */
export type Language = 'en' | 'zh';

/** Pages that do not lie under `docs/`, by the name under which the site shows them. */
export const pagesElsewhere: Readonly<Record<string, string>> = {
  'CHANGELOG.md': '/docs/changelog',
  'ARCHITECTURE.md': '/docs/architecture',
  'CONTRIBUTING.md': '/docs/contributing',
  'README.md': '/docs/readme',
  'examples/README.md': '/docs/examples',
  'sdk/README.md': '/docs/sdk',
  'bench/README.md': '/docs/bench',
  'collections/README.md': '/docs/collections',
};

/** Where the site shows a Markdown file: `docs/a/b.md` at `/docs/a/b`, a folder's README at the folder. */
export const pagePathOf = (file: string): string | undefined => {
  const elsewhere = pagesElsewhere[file];
  if (elsewhere !== undefined) return elsewhere;
  if (!file.startsWith('docs/') || !file.endsWith('.md')) return undefined;
  return `/${file.replace(/(\/README)?\.md$/, '')}`;
};

export const languageOf = (path: string): Language => (/^\/docs\/zh(\/|$)/.test(path) ? 'zh' : 'en');

/** The same page in the other language, whether it is there or not. */
export const otherLanguageOf = (path: string): string =>
  languageOf(path) === 'zh' ? path.replace('/docs/zh', '/docs') : path.replace('/docs', '/docs/zh');

/** Where a page is as Markdown. */
export const markdownPathOf = (path: string): string => `${path}.md`;

/** Files of these folders are shown as they are when a page links to them: what examples run is meant to be read. */
const shownAsFiles = /^(examples|sdk|collections)\/[\w./-]+\.(ts|mts|mjs|js|json|sh|http|bru|md)$/;

/** Where a file that is no page is served; undefined for one that is not. */
export const filePathOf = (file: string): string | undefined => {
  if (/^docs\/.+\.(json|svg|png)$/.test(file)) return `/${file}`;
  return shownAsFiles.test(file) ? `/docs/files/${file}` : undefined;
};

/** The file that is served at such a path. */
export const fileAt = (path: string): string | undefined => {
  const file = path.startsWith('/docs/files/') ? path.slice('/docs/files/'.length) : path.slice(1);
  const isPlain = !file.split('/').includes('..');
  return isPlain && filePathOf(file) === path ? file : undefined;
};

/** What a link of a file means: a file of the repository and a place in it. Links to elsewhere are none of ours. */
export const targetOf = (from: string, link: string): { readonly file: string; readonly hash: string } | undefined => {
  if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(link)) return undefined;
  const [before = '', hash = ''] = link.split('#');
  const path = decodeURI(before);
  const file = path === '' ? from : posix.join(posix.dirname(from), path).replace(/\/$/, '');
  return { file: file === '.' ? '' : file, hash: hash === '' ? '' : `#${hash}` };
};
