import { escaped } from './html.ts';
import type { Source } from './library.ts';
import type { Heading } from './markdown.ts';
import { neighboursOf, type Part, partOf, shownIn } from './menu.ts';
import { markdownPathOf } from './paths.ts';
import { htmlLanguage, words } from './words.ts';

/** Everything that a page of HTML is made of. */
export type Frame = {
  readonly source: Source;
  readonly article: string;
  readonly headings: readonly Heading[];
  readonly description: string;
  readonly parts: readonly Part[];
  readonly trail: readonly Source[];
  /** The same page in the other language, if it is there. */
  readonly other?: Source | undefined;
  /** Assets by name, with the hash of what they hold, so that a browser may keep them for ever. */
  readonly asset: (name: string) => string;
  /** Scripts beyond those of every page. */
  readonly scripts?: readonly string[];
};

const link = ({ path, title }: Source, current: string): string => {
  const here = path === current ? ' aria-current="page"' : '';
  return `<a href="${escaped(path)}"${here}>${escaped(title)}</a>`;
};

const side = ({ parts, source }: Frame): string => {
  const w = words[source.language];
  const mine = partOf(parts, source.path);
  const items = parts.map((part) => {
    const name = source.language === 'zh' ? part.section.nameZh : part.section.name;
    const pages = shownIn(part, source.path).map((page) => `<li>${link(page, source.path)}</li>`);
    const open = part === mine ? ' open' : '';
    return `<details${open}><summary>${escaped(name)}</summary><ul>${pages.join('')}</ul></details>`;
  });
  return `<nav class="side" id="menu" aria-label="${w.sections}">${items.join('\n')}</nav>`;
};

const header = ({ source, other }: Frame): string => {
  const w = words[source.language];
  const home = source.language === 'zh' ? '/docs/zh' : '/docs';
  const language =
    other === undefined
      ? ''
      : `<a class="language" href="${escaped(other.path)}" hreflang="${htmlLanguage[other.language]}" lang="${htmlLanguage[other.language]}">${w.otherLanguage}</a>`;
  return `<header class="top">
<button class="menu" type="button" aria-expanded="false" aria-controls="menu" hidden>${w.menu}</button>
<a class="home" href="${home}">${w.home}</a>
<form class="search" role="search" action="/docs/sitemap"><input id="search" type="search" placeholder="${w.searchHint}" aria-label="${w.search}" autocomplete="off" spellcheck="false"></form>
<nav class="tools" aria-label="Tools">${language}<a href="/openapi.json">${w.openApi}</a><a href="/ops">${w.thisMachine}</a></nav>
</header>`;
};

const contents = ({ headings, source }: Frame): string => {
  const shown = headings.filter(({ depth }) => depth === 2 || depth === 3);
  if (shown.length < 2) return '';
  const w = words[source.language];
  const items = shown.map(
    ({ depth, id, text }) =>
      `<li class="depth-${depth}"><a href="#${escaped(encodeURIComponent(id))}">${escaped(text)}</a></li>`,
  );
  return `<nav class="contents" aria-label="${w.contents}"><p>${w.contents}</p><ul>${items.join('')}</ul></nav>`;
};

const breadcrumbs = ({ trail, source }: Frame): string => {
  if (trail.length === 0) return '';
  const items = trail.map((page) => `<li>${link(page, '')}</li>`).join('');
  return `<nav class="trail" aria-label="${words[source.language].trail}"><ol>${items}</ol></nav>`;
};

const foot = ({ parts, source }: Frame): string => {
  const w = words[source.language];
  const { before, after } = neighboursOf(parts, source.path);
  const one = (page: Source | undefined, rel: string, name: string) =>
    page === undefined
      ? ''
      : `<a class="${rel}" rel="${rel}" href="${escaped(page.path)}"><small>${name}</small>${escaped(page.title)}</a>`;
  const pages = `${one(before, 'prev', w.previous)}${one(after, 'next', w.next)}`;
  return `${pages === '' ? '' : `<nav class="pager" aria-label="${w.pages}">${pages}</nav>`}
<p class="source"><a href="${escaped(markdownPathOf(source.path))}">${w.asMarkdown}</a> · <a href="/docs/sitemap">${w.allPages}</a></p>`;
};

const head = ({ source, other, description, asset, scripts = [] }: Frame): string => {
  const { path, language, title } = source;
  const both = [source, ...(other === undefined ? [] : [other])];
  const alternates = both.length < 2 ? [] : both;
  const isHome = path === '/docs' || path === '/docs/zh';
  return `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(isHome ? title : `${title} · ${words[language].home}`)}</title>
<meta name="description" content="${escaped(description)}">
${alternates.map((one) => `<link rel="alternate" hreflang="${htmlLanguage[one.language]}" href="${escaped(one.path)}">\n`).join('')}<link rel="alternate" type="text/markdown" href="${escaped(markdownPathOf(path))}">
<link rel="icon" href="${asset('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${asset('site.css')}">
${['page.js', 'search.js', ...scripts].map((name) => `<script type="module" src="${asset(name)}"></script>`).join('\n')}`;
};

/** A whole page: every part of it is a landmark, and nothing in it is written in a script. */
export const layout = (frame: Frame): string => {
  const { source, article } = frame;
  return `<!doctype html>
<html lang="${htmlLanguage[source.language]}">
<head>
${head(frame)}
</head>
<body>
<a class="skip" href="#content">${words[source.language].skip}</a>
${header(frame)}
<div class="frame">
${side(frame)}
<main id="content" tabindex="-1">
${breadcrumbs(frame)}
<article>
${article}</article>
${foot(frame)}
</main>
${contents(frame)}
</div>
</body>
</html>
`;
};
