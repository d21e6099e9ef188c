import { Marked, type Token, type Tokens } from 'marked';
import { codeBlock, fenceOf, type TabItem, tabs } from './fences.ts';
import { escaped, textOf } from './html.ts';
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

/** Fences that follow each other and carry `tab=` are one block. */
const withTabs = (tokens: readonly Token[]): Token[] => {
  const out: Token[] = [];
  for (const token of tokens) {
    const last = out.at(-1);
    if (token.type === 'space' && last?.type === 'tabs') continue;
    if (!isTab(token)) out.push(token);
    else {
      const item: TabItem = { text: token.text, lang: token.lang ?? '' };
      if (last?.type === 'tabs') (last as unknown as { items: TabItem[] }).items.push(item);
      else out.push({ type: 'tabs', raw: '', items: [item] } as Tokens.Generic);
    }
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

const anchor = (href: string | undefined, title: string | null | undefined, inner: string): string => {
  const named = title ? ` title="${escaped(title)}"` : '';
  if (href === undefined) return `<span class="unserved"${named}>${inner}</span>`;
  const outside = /^https?:/.test(href) ? ' rel="noopener"' : '';
  return `<a href="${escaped(href)}"${outside}${named}>${inner}</a>`;
};

const drawing = (href: string, alt: string): string =>
  `<span class="drawing"><img src="${escaped(href)}" alt="${escaped(alt)}" loading="lazy"></span>`;

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
        if (depth === 1) return `<h1 id="${escaped(id)}">${inner}</h1>\n`;
        const link = `<a class="anchor" href="#${escaped(encodeURIComponent(id))}" aria-label="§ ${escaped(text)}">#</a>`;
        return `<h${depth} id="${escaped(id)}">${inner}${link}</h${depth}>\n`;
      },
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
        const row = (cells: readonly Tokens.TableCell[], tag: string) =>
          `<tr>${cells
            .map(({ tokens, align }) => {
              const numeric = align === 'right' ? ' class="number"' : '';
              const inner = this.parser.parseInline(tokens);
              const isEmptyHead = tag === 'th' && inner === '';
              return isEmptyHead ? '<td></td>' : `<${tag}${numeric}>${inner}</${tag}>`;
            })
            .join('')}</tr>`;
        const hasHead = token.header.some(({ text }) => text !== '');
        const head = hasHead ? `<thead>${row(token.header, 'th')}</thead>` : '';
        const body = token.rows.map((cells) => row(cells, 'td')).join('\n');
        return `<div class="wide"><table>${head}<tbody>${body}</tbody></table></div>\n`;
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
  const html = marked.parser(withTabs(marked.lexer(markdown)));
  const prose = html.replace(/<pre>[\s\S]*?<\/pre>/g, ' ').replace(/<a class="anchor"[^>]*>#<\/a>/g, '');
  return { html, headings, text: textOf(prose.replace(/<\/(p|li|td|th|h\d)>/g, ' ')) };
};
