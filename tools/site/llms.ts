import { escaped } from './html.ts';
import type { Part } from './menu.ts';
import { markdownPathOf } from './paths.ts';

/** Sections whose pages are many and alike: a model is led to their lists, and from there to each. */
const tooMany = 40;

const linesOf = ({ section, named, listed }: Part): readonly string[] => {
  const pages = listed.length > tooMany ? named : [...named, ...listed];
  return [`## ${section.name}`, '', ...pages.map(({ title, path }) => `- [${title}](${markdownPathOf(path)})`), ''];
};

/** The site for programs that read (llmstxt.org): where the Markdown of each page is. */
export const llms = (parts: readonly Part[]): string =>
  [
    '# Bindery',
    '',
    '> An embedded-insurance core: quote, bind, collect, serve and pay claims over one HTTP API, with evidence for every step.',
    '',
    'Every page is Markdown at its own address with `.md` behind it. The API is described by [OpenAPI](/openapi.json);',
    'each operation is at `/docs/reference/operations/<operationId>.md`, each problem at `/docs/problems/<code>.md`, each',
    'event at `/docs/reference/events/<type>.md`. All of what is written by hand is in [one file](/llms-full.txt).',
    '',
    ...parts.flatMap(linesOf),
  ].join('\n');

/** Everything that is written by hand for who integrates, in one text. */
export const llmsFull = (parts: readonly Part[], markdownAt: (path: string) => string | undefined): string => {
  const read = parts.filter(({ section }) => ['Start', 'Guides', 'Glossary'].includes(section.name));
  const pages = read.flatMap(({ named, listed }) => [...named, ...listed]);
  return pages
    .map(({ path }) => `<page path="${escaped(path)}">\n\n${markdownAt(markdownPathOf(path)) ?? ''}\n</page>\n`)
    .join('\n');
};
