import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { assetNamed, assetPath } from './assets.ts';
import { fileBody } from './file-body.ts';
import { folderArticle } from './folder-page.ts';
import { groupsIn } from './groups.ts';
import { escaped, textOf } from './html.ts';
import { layout } from './layout.ts';
import { type Library, readLibrary, type Source } from './library.ts';
import { withLinks } from './links.ts';
import { llms, llmsFull } from './llms.ts';
import { type Rendered, rendered } from './markdown.ts';
import { partsOf } from './menu.ts';
import { fileAt, filePathOf, languageOf, markdownPathOf, otherLanguageOf, pagePathOf, targetOf } from './paths.ts';
import { searchIndex } from './search-index.ts';
import { sitemapArticle } from './sitemap.ts';
import { trailOf } from './trail.ts';
import { tryItOf } from './try-it.ts';
import { words } from './words.ts';

export type Answer = { readonly type: string; readonly body: string | Buffer; readonly isKept?: boolean };
export type Site = {
  /** What stands at a path; undefined where nothing does. */
  readonly at: (path: string) => Answer | undefined;
  /** The page for a browser where nothing stands at a path; it goes with the status 404. */
  readonly missing: (path: string) => Answer;
  /** The paths of all pages, of their Markdown, and of what is made of them. */
  readonly paths: () => readonly string[];
};

/** `isStatic` leaves out what needs a platform behind the pages. */
export type SiteWish = { readonly isStatic?: boolean };

const html = 'text/html; charset=utf-8';
const markdown = 'text/markdown; charset=utf-8';
const text = 'text/plain; charset=utf-8';
const fileTypes: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Where problems say that their pages are; the pages lie with the rest of the reference. */
const pageNamed = (path: string): string => {
  const plain = path.length > 1 ? path.replace(/\/$/, '') : path;
  return plain.replace(/^\/docs\/problems(?=\/|$)/, '/docs/reference/problems');
};

/** Where a link of a file leads on the site. */
const leadsFrom =
  (file: string, { sources }: Library) =>
  (link: string): string | undefined => {
    const target = targetOf(file, link);
    if (target === undefined) return link;
    const path = pagePathOf(target.file) ?? `/${target.file}`;
    const page = sources.has(path) ? path : filePathOf(target.file);
    if (page === undefined) return undefined;
    return target.file === file && target.hash !== '' ? target.hash : `${page}${target.hash}`;
  };

const openings = /^(?:#[^\n]*\n+)+((?:[^\n#|`>-][^\n]*\n?)+)/;

/** The first sentence or so of a page, for lists and for whoever shows a link to it. */
const descriptionOf = (body: string, title: string): string => {
  const [, first = ''] = openings.exec(body) ?? [];
  const plain = textOf(rendered(first, (link) => link).html);
  return plain === '' ? title : plain.length > 160 ? `${plain.slice(0, 157).replace(/\s\S*$/, '')} …` : plain;
};

/** The pages of one reading of the disk, each made when it is first asked for. */
const pagesOf = (root: string, library: Library, isStatic: boolean) => {
  const { sources } = library;
  const grouping = groupsIn(root);
  const parts = { en: partsOf(sources.values(), 'en', grouping), zh: partsOf(sources.values(), 'zh', grouping) };
  const made = new Map<string, string>();
  const sitemap: Source = { path: '/docs/sitemap', language: 'en', title: 'All pages', file: '', isFolder: true };
  const bodyOf = (source: Source): string => {
    if (source === sitemap) return sitemapArticle(parts);
    return source.isFolder ? folderArticle(source, sources) : library.textOf(source);
  };
  const renderedOf = (source: Source): Rendered => rendered(bodyOf(source), leadsFrom(source.file, library));
  const frame = (source: Source, { html: inner, headings }: Rendered): string => {
    const tried = isStatic ? undefined : tryItOf(root, source.path);
    const more = tried === undefined ? [] : [{ depth: 2, id: 'try-it', text: 'Try it' }];
    return layout({
      source,
      article: `${inner}${tried ?? ''}`,
      headings: [...headings, ...more],
      description: descriptionOf(bodyOf(source), source.title),
      parts: parts[source.language],
      grouping,
      trail: trailOf(source, sources),
      other: sources.get(otherLanguageOf(source.path)),
      asset: assetPath,
      isStatic,
      scripts: tried === undefined ? [] : ['try.js'],
    });
  };
  const found = (path: string): Source | undefined => (path === sitemap.path ? sitemap : sources.get(path));
  const page = (path: string): string | undefined => {
    const known = made.get(path);
    if (known !== undefined) return known;
    const source = found(path);
    if (source === undefined) return undefined;
    const whole = frame(source, renderedOf(source));
    made.set(path, whole);
    return whole;
  };
  const asMarkdown = (path: string): string | undefined => {
    const source = found(pageNamed(path.replace(/(\/README)?\.md$/, '')));
    if (source === undefined) return undefined;
    const leads = leadsFrom(source.file, library);
    return withLinks(bodyOf(source), (link) => {
      const target = leads(link);
      const [at = '', hash] = target?.split('#') ?? [];
      return sources.has(at) ? `${markdownPathOf(at)}${hash === undefined ? '' : `#${hash}`}` : target;
    });
  };
  const all = () =>
    [...sources.values()].map((source) => ({ source, body: bodyOf(source), rendered: renderedOf(source) }));
  /** What a reader sees who came by a wrong address: the frame with its search and its menu. */
  const missing = (path: string): string => {
    const language = languageOf(path);
    const { notFound, notFoundHint } = words[language];
    const source: Source = { path: '/docs/sitemap', language, title: notFound, file: '', isFolder: true };
    const inner = `<h1>${notFound}</h1>\n<p><code>${escaped(path)}</code></p>\n<p>${notFoundHint}</p>\n`;
    return frame(source, { html: inner, headings: [], text: '' });
  };
  return { page, asMarkdown, all, parts, missing };
};
type Pages = ReturnType<typeof pagesOf>;

/** What is made of all pages together. */
const wholes: Readonly<Record<string, (pages: Pages) => Answer>> = {
  '/docs/search.json': (pages) => ({ type: 'application/json', body: searchIndex(pages.all()) }),
  '/llms.txt': (pages) => ({ type: text, body: llms(pages.parts.en) }),
  '/llms-full.txt': (pages) => ({ type: text, body: llmsFull(pages.parts.en, pages.asMarkdown) }),
};

const fileAnswer = (root: string, path: string): Answer | undefined => {
  const file = path === '/openapi.json' ? 'docs/reference/openapi.json' : fileAt(path);
  if (file === undefined || !existsSync(join(root, file))) return undefined;
  return { type: fileTypes[extname(file)] ?? text, body: fileBody(root, file) };
};

/**
 * The docs as a site: a function from the files of a repository to what stands at each path. Nothing is made before it
 * is asked for, and what was made is kept until its file, or a folder, is not what it was.
 */
export const siteOf = (root: string, { isStatic = false }: SiteWish = {}): Site => {
  let library = readLibrary(root);
  let pages = pagesOf(root, library, isStatic);
  const wholesMade = new Map<string, Answer>();
  const refresh = (path: string): void => {
    if (!library.isStale(path)) return;
    library = readLibrary(root);
    pages = pagesOf(root, library, isStatic);
    wholesMade.clear();
  };
  const whole = (path: string): Answer | undefined => {
    const known = wholesMade.get(path) ?? wholes[path]?.(pages);
    if (known !== undefined) wholesMade.set(path, known);
    return known;
  };
  const pageAt = (path: string): Answer | undefined => {
    refresh(pageNamed(path.replace(/(\/README)?\.md$/, '')));
    const isMarkdown = path.endsWith('.md');
    const body = isMarkdown ? pages.asMarkdown(path) : pages.page(pageNamed(path));
    return body === undefined ? undefined : { type: isMarkdown ? markdown : html, body };
  };
  const at = (path: string): Answer | undefined => {
    if (path.startsWith('/docs/assets/')) {
      const asset = assetNamed(path.slice('/docs/assets/'.length));
      return asset && { ...asset, isKept: true };
    }
    if (Object.hasOwn(wholes, path)) {
      refresh(path);
      return whole(path);
    }
    return fileAnswer(root, path) ?? (/^\/docs(\.md$|\/|$)/.test(path) ? pageAt(path) : undefined);
  };
  return {
    at,
    missing: (path) => ({ type: html, body: pages.missing(path) }),
    paths: () => {
      const found = [...library.sources.keys()];
      const pagesAt = [...found, '/docs/sitemap'];
      return [...pagesAt, ...pagesAt.map(markdownPathOf), ...Object.keys(wholes)];
    },
  };
};
