import { type Grouping, isOperation } from './groups.ts';
import { bare, escaped, tag } from './html.ts';
import type { Source } from './library.ts';
import { type Heading, hrefOf } from './markdown.ts';
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
  readonly grouping: Grouping;
  /** The same page in the other language, if it is there. */
  readonly other?: Source | undefined;
  /** Assets by name, with the hash of what they hold, so that a browser may keep them for ever. */
  readonly asset: (name: string) => string;
  /** Scripts beyond those of every page. */
  readonly scripts?: readonly string[];
  /** Whether there is no platform behind the page: it is a file on some host. */
  readonly isStatic?: boolean;
};

const link = ({ path, title }: Source, current: string, mark = ''): string =>
  tag('a', { href: path, 'aria-current': path === current && 'page' }, `${escaped(title)}${mark}`);

const pagesIn = (pages: readonly Source[], { source }: Frame): string => {
  const items = pages.map((page) => {
    // A reference has no second language; a reader is told before going there.
    const mark = page.language === source.language ? '' : escaped(words[source.language].inOtherLanguage);
    return `<li>${link(page, source.path, mark)}</li>`;
  });
  return items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
};

const listOf = (pages: readonly Source[], frame: Frame): string => {
  const operations = frame.grouping(pages.filter(isOperation)).map(({ name, sources }) => {
    const title = name ?? words[frame.source.language].itself;
    return `${tag('p', { class: 'group' }, escaped(title))}${pagesIn(sources, frame)}`;
  });
  const others = pages.filter((page) => !isOperation(page));
  return [pagesIn(others, frame), ...operations].join('');
};

const side = (frame: Frame): string => {
  const { parts, source } = frame;
  const mine = partOf(parts, source.path);
  const items = parts.map((part) => {
    const name = source.language === 'zh' ? part.section.nameZh : part.section.name;
    const inner = `<summary>${escaped(name)}</summary>${listOf(shownIn(part, source.path), frame)}`;
    return tag('details', { open: part === mine }, inner);
  });
  return tag('nav', { class: 'side', id: 'menu', 'aria-label': words[source.language].sections }, items.join('\n'));
};

const searchBox = ({ source }: Frame): string => {
  const { search, searchHint } = words[source.language];
  const typed = { autocomplete: 'off', spellcheck: 'false' };
  const input = bare('input', {
    id: 'search',
    type: 'search',
    placeholder: searchHint,
    'aria-label': search,
    ...typed,
  });
  return tag('form', { class: 'search', role: 'search', action: '/docs/sitemap' }, input);
};

const toolsOf = ({ source, other, isStatic }: Frame): string => {
  const w = words[source.language];
  const language = other === undefined ? undefined : htmlLanguage[other.language];
  const links = [
    language === undefined
      ? ''
      : tag('a', { class: 'language', href: other?.path, hreflang: language, lang: language }, w.otherLanguage),
    tag('a', { href: '/openapi.json' }, w.openApi),
    isStatic === true ? '' : tag('a', { href: '/ops' }, w.thisMachine),
  ];
  return tag('nav', { class: 'tools', 'aria-label': w.tools }, links.join(''));
};

const header = (frame: Frame): string => {
  const { language } = frame.source;
  const w = words[language];
  const closed = { type: 'button', 'aria-expanded': 'false', 'aria-controls': 'menu', hidden: true };
  return `<header class="top">
${tag('button', { class: 'menu', ...closed }, w.menu)}
${tag('a', { class: 'home', href: language === 'zh' ? '/docs/zh' : '/docs' }, w.home)}
${searchBox(frame)}
${toolsOf(frame)}
</header>`;
};

const contents = ({ headings, source }: Frame): string => {
  const shown = headings.filter(({ depth }) => depth === 2 || depth === 3);
  if (shown.length < 2) return '';
  const w = words[source.language];
  const items = shown.map(({ depth, id, text }) =>
    tag('li', { class: `depth-${depth}` }, tag('a', { href: hrefOf(id) }, escaped(text))),
  );
  const inner = `<p>${w.contents}</p><ul>${items.join('')}</ul>`;
  return tag('nav', { class: 'contents', 'aria-label': w.contents }, inner);
};

const breadcrumbs = ({ trail, source }: Frame): string => {
  if (trail.length === 0) return '';
  const items = trail.map((page) => `<li>${link(page, '')}</li>`).join('');
  return tag('nav', { class: 'trail', 'aria-label': words[source.language].trail }, `<ol>${items}</ol>`);
};

const foot = ({ parts, source }: Frame): string => {
  const w = words[source.language];
  const { before, after } = neighboursOf(parts, source.path);
  const one = (page: Source | undefined, rel: string, name: string) =>
    page === undefined
      ? ''
      : tag('a', { class: rel, rel, href: page.path }, `<small>${name}</small>${escaped(page.title)}`);
  const both = `${one(before, 'prev', w.previous)}${one(after, 'next', w.next)}`;
  const pager = both === '' ? '' : tag('nav', { class: 'pager', 'aria-label': w.pages }, both);
  const markdown = tag('a', { href: markdownPathOf(source.path) }, w.asMarkdown);
  return `${pager}\n<p class="source">${markdown} · <a href="/docs/sitemap">${w.allPages}</a></p>`;
};

const head = ({ source, other, description, asset, scripts = [] }: Frame): string => {
  const { path, language, title } = source;
  const isHome = path === '/docs' || path === '/docs/zh';
  const both = other === undefined ? [] : [source, other];
  return [
    bare('meta', { charset: 'utf-8' }),
    bare('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    bare('meta', { name: 'color-scheme', content: 'light dark' }),
    tag('title', {}, escaped(isHome ? title : `${title} · ${words[language].home}`)),
    bare('meta', { name: 'description', content: description }),
    ...both.map((one) => bare('link', { rel: 'alternate', hreflang: htmlLanguage[one.language], href: one.path })),
    bare('link', { rel: 'alternate', type: 'text/markdown', href: markdownPathOf(path) }),
    bare('link', { rel: 'icon', href: asset('icon.svg'), type: 'image/svg+xml' }),
    ...['site.css', 'search.css', 'frame.css', 'code.css'].map((name) =>
      bare('link', { rel: 'stylesheet', href: asset(name) }),
    ),
    ...(scripts.length === 0 ? [] : [bare('link', { rel: 'stylesheet', href: asset('try.css') })]),
    bare('link', { rel: 'stylesheet', href: asset('print.css'), media: 'print' }),
    ...['page.js', 'search.js', ...scripts].map((name) => tag('script', { type: 'module', src: asset(name) })),
  ].join('\n');
};

/** A whole page: every part of it is a landmark, and nothing in it is written in a script. */
export const layout = (frame: Frame): string => {
  const { source, article } = frame;
  return `<!doctype html>
<html lang="${htmlLanguage[source.language]}">
<head>
${head(frame)}
</head>
${frame.isStatic === true ? '<body>' : '<body data-live>'}
${tag('a', { class: 'skip', href: '#content' }, words[source.language].skip)}
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
