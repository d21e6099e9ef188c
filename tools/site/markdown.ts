import { Marked, type Token, type Tokens } from 'marked';
import { codeBlock, fenceOf, type TabItem, tabs } from './fences.ts';
import { bare, escaped, tag, textOf } from './html.ts';
import { slugger } from './slug.ts';

export type Heading = { readonly depth: number; readonly id: string; readonly text: string };
export type Rendered = {
  readonly html: string;
  readonly headings: readonly Heading[];
  /** What a search finds: everything that is read, code apart. */
  readonly text: string;
};

/** Where a link leads on the site; undefined where nothing is served, and then its words stand there without it. */
export type Leads = (link: string) => string | undefined;

/** Tags that mean the same on GitHub, and only without attributes; all other HTML is shown as it was written. */
const allowed = /^<\/?(br|kbd|sub|sup|details|summary)\s*\/?>$/;

const isTab = (token: Token): token is Tokens.Code =>
  token.type === 'code' && fenceOf((token as Tokens.Code).lang ?? '').tab !== undefined;

type TabBlock = Tokens.Generic & { readonly items: TabItem[] };
const isTabBlock = (token: Token | undefined): token is TabBlock => token?.type === 'tabs';

/** Whether a fence says what the block says already, in one more language; a second step in the same one does not. */
const belongsTo = (block: TabBlock, item: TabItem): boolean =>
  block.items.every(({ lang }) => fenceOf(lang).tab !== fenceOf(item.lang).tab);

/** Fences that follow each other and carry `tab=` are one block. */
const withTabs = (tokens: readonly Token[]): Token[] => {
  const out: Token[] = [];
  for (const token of tokens) {
    const last = out.at(-1);
    if (token.type === 'space' && isTabBlock(last)) continue;
    if (!isTab(token)) {
      out.push(token);
      continue;
    }
    const item: TabItem = { text: token.text, lang: token.lang ?? '' };
    if (isTabBlock(last) && belongsTo(last, item)) last.items.push(item);
    else out.push({ type: 'tabs', raw: '', items: [item] } as Tokens.Generic);
  }
  return out;
};

const htmlOf = (text: string): string => {
  const isComment = /^<!--[\s\S]*-->\s*$/.test(text.trim());
  if (isComment) return '';
  return text.replace(/<[^>]*>|[&<>"']/g, (part) => (allowed.test(part) ? part : escaped(part)));
};

const kinds: Readonly<Record<string, string>> = {
  NOTE: 'Note',
  TIP: 'Tip',
  IMPORTANT: 'Important',
  WARNING: 'Warning',
};

/** GitHub's way of a remark that stands out: a quotation that begins with `[!NOTE]`. */
const quotation = (inner: string): string => {
  const [head, kind = ''] = /^<p>\[!([A-Z]+)\]\s*/.exec(inner) ?? [];
  const name = kinds[kind];
  if (head === undefined || name === undefined) return `<blockquote>${inner}</blockquote>\n`;
  const body = `<p>${inner.slice(head.length)}`;
  return `<div class="remark remark-${kind.toLowerCase()}"><p class="remark-name">${name}</p>${body}</div>\n`;
};

/** The address of a part of the same page. */
export const hrefOf = (id: string): string => `#${encodeURIComponent(id)}`;

const anchor = (href: string | undefined, title: string | null | undefined, inner: string): string => {
  const named = title ?? undefined;
  if (href === undefined) return tag('span', { class: 'unserved', title: named }, inner);
  const isOutside = /^https?:/.test(href);
  return tag('a', { href, rel: isOutside && 'noopener', title: named }, inner);
};

const drawing = (src: string, alt: string): string => tag('span', { class: 'drawing' }, bare('img', { src, alt }));

const tableOf = ({ header, rows }: Tokens.Table, inline: (tokens: Token[]) => string): string => {
  const cellOf =
    (name: string) =>
    ({ tokens, align }: Tokens.TableCell) => {
      const inner = inline(tokens);
      // A head without words is no head of anything.
      const element = name === 'th' && inner === '' ? 'td' : name;
      return tag(element, { class: align === 'right' && 'number' }, inner);
    };
  const row = (cells: readonly Tokens.TableCell[], name: string) => `<tr>${cells.map(cellOf(name)).join('')}</tr>`;
  const hasHead = header.some(({ text }) => text !== '');
  const head = hasHead ? `<thead>${row(header, 'th')}</thead>` : '';
  const body = rows.map((cells) => row(cells, 'td')).join('\n');
  return `<div class="wide"><table>${head}<tbody>${body}</tbody></table></div>\n`;
};

const inline = String.raw`(?:</?(?:a|strong|em|code|span|del)\b[^>]*>)*`;
const han = String.raw`[\p{Script=Han}]`;
const wide = String.raw`[\u3001-\u303f\uff01-\uff65\u201c\u201d\u2014\u2026]`;
const brokenLine = new RegExp(`(${han}|${wide})(${inline})\\n(${inline})(?=${han}|${wide})`, 'gu');

/** Chinese has no blanks: where a line ends between two of its characters, nothing stands between. Code is left. */
const joined = (html: string): string =>
  html
    .split(/(<pre>[\s\S]*?<\/pre>)/)
    .map((part) => (part.startsWith('<pre>') ? part : part.replace(brokenLine, '$1$2$3')))
    .join('');

/** A page's Markdown as HTML; the first heading is the page's title. */
export const rendered = (markdown: string, leads: Leads): Rendered => {
  const idOf = slugger();
  const headings: Heading[] = [];
  let tabBlocks = 0;
  const marked = new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, depth }) {
        const inner = this.parser.parseInline(tokens);
        const text = textOf(inner);
        const id = idOf(text);
        headings.push({ depth, id, text });
        if (depth === 1) return `${tag('h1', { id }, inner)}\n`;
        const link = tag('a', { class: 'anchor', href: hrefOf(id), 'aria-label': `§ ${text}` }, '#');
        return `${tag(`h${depth}`, { id }, `${inner}${link}`)}\n`;
      },
      checkbox: ({ checked }) =>
        bare('input', { type: 'checkbox', disabled: true, checked, 'aria-label': checked ? 'Done' : 'To do' }),
      code: ({ text, lang }) => codeBlock(text, lang ?? ''),
      html: ({ text }) => htmlOf(text),
      blockquote({ tokens }) {
        return quotation(this.parser.parse(tokens));
      },
      link({ href, title, tokens }) {
        return anchor(leads(href), title, this.parser.parseInline(tokens));
      },
      image: ({ href, text }) => drawing(leads(href) ?? href, text),
      table(token) {
        return tableOf(token, (tokens) => this.parser.parseInline(tokens));
      },
    },
    extensions: [
      {
        name: 'tabs',
        renderer: (token) => {
          tabBlocks += 1;
          return tabs((token as unknown as { items: TabItem[] }).items, `tabs-${tabBlocks}`);
        },
      },
    ],
  });
  const html = joined(marked.parser(withTabs(marked.lexer(markdown))));
  const prose = html.replace(/<pre>[\s\S]*?<\/pre>/g, ' ').replace(/<a class="anchor"[^>]*>#<\/a>/g, '');
  return { html, headings, text: textOf(prose.replace(/<\/(p|li|td|th|h\d)>/g, ' ')) };
};
