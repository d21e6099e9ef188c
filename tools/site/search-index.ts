import MiniSearch from 'minisearch';
import { fields, termOf, tokensOf } from './assets/tokens.js';
import type { Source } from './library.ts';
import type { Rendered } from './markdown.ts';
import { alsoCalled, partsFound } from './search-words.ts';

export type Indexed = { readonly source: Source; readonly body: string; readonly rendered: Rendered };

/** How much a kind of page is worth where the words are the same: what is written for a reader comes first. */
const weights: readonly (readonly [RegExp, number])[] = [
  [/^\/docs\/operations\/runbooks\/./, 0.6],
  [/^\/docs\/(zh\/)?decisions\/./, 0.4],
  [/^\/docs\/(operations|architecture|contributing|security|readme)/, 0.5],
  [/^\/docs\/reference\/objects\/./, 0.7],
  [/^\/docs\/changelog/, 0.4],
  [/^\/docs\/reference\/(operations|problems|events)\/./, 1],
  [/^\/docs\/reference\//, 1.1],
  [/^\/docs\/glossary/, 1.5],
  [/^\/docs\/(zh\/)?(guides\/|quickstart)/, 4],
  [/^\/docs\//, 3],
];
const weightOf = (path: string): number => weights.find(([pattern]) => pattern.test(path))?.[1] ?? 1;

/** By what a page of the reference is asked for: its name, its status, its method and path. */
const keysOf = ({ source: { path }, body, rendered: { text } }: Indexed): string => {
  const [, kind, name = ''] =
    /^\/docs\/(?:reference|operations)\/(operations|problems|events|objects|runbooks)\/(.+)$/.exec(path) ?? [];
  if (kind === undefined) return alsoCalled(path);
  const [, status = ''] = kind === 'problems' ? (/ (\d{3}) · /.exec(text) ?? []) : [];
  const [route = ''] = kind === 'operations' ? (/^(?:GET|POST) \/\S+$/m.exec(body) ?? []) : [];
  return [name, status, route].join(' ').trim();
};

/**
 * How much of a page is searched. Hundreds of runbooks are alike: what each says first is what tells them apart; and
 * who looks for a table's last row, or for a detail of a decision, knows the page.
 */
const textMax = (path: string): number => {
  if (path.includes('/runbooks/')) return 300;
  return /\/(objects|decisions|operations|changelog)/.test(path) ? 1_500 : 4_000;
};

const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(2)) : value;

/** Everything that a search needs, as the browser loads it when somebody begins to search. */
export const searchIndex = (pages: readonly Indexed[]): string => {
  const index = new MiniSearch({
    fields,
    idField: 'path',
    storeFields: ['title', 'about', 'language', 'weight'],
    tokenize: tokensOf,
    processTerm: termOf,
  });
  index.addAll(
    pages.map((page) => {
      const { source, rendered } = page;
      const { path, title, language } = source;
      const [own = '', ...headings] = rendered.headings.map(({ text }) => text);
      const text = rendered.text.slice(own.length, textMax(path)).trim();
      return {
        ...{ path, title, language, keys: keysOf(page), weight: weightOf(path) },
        ...{ headings: headings.join(' · '), text, about: text.slice(0, 110) },
      };
    }),
  );
  const there = new Set(pages.map(({ source }) => source.path));
  index.addAll(
    partsFound
      .filter(({ path }) => there.has(path.split('#')[0] ?? ''))
      .map(({ path, title, keys }) => ({
        ...{ path, title, keys, headings: '', text: '', about: '', language: 'en', weight: weightOf(path) },
      })),
  );
  return JSON.stringify(index, rounded);
};
