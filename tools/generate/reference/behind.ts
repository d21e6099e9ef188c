import { type Footprint, kebab } from '../../../functions/_kit/contract.ts';
import { eventLink, lifecycleLinks, linked } from './links.ts';

const shown = (names: readonly string[]): string => linked(names, (name) => `\`${name}\``);

const faults = ['fails', 'crashes', 'gives-up', 'is-late', 'is-slow', 'is-throttled', 'is-busy'];

/** The alarms of an entry's own, by the names of their pages. */
const runbookLinks = (id: string, runbooks: ReadonlySet<string>): readonly string[] =>
  faults
    .map((fault) => `${kebab(id)}-${fault}.md`)
    .filter((page) => runbooks.has(`docs/operations/runbooks/${page}`))
    .map((page) => `[${page.replace('.md', '').replaceAll('-', ' ')}](../../operations/runbooks/${page})`);

const row = (name: string, value: string): readonly string[] =>
  value === '' || value === '–' ? [] : [`| ${name} | ${value} |`];

/** What an entry touches, and what is to be done when it breaks. */
export const behind = (id: string, touched: Footprint, runbooks: ReadonlySet<string>): readonly string[] => {
  const { reads, writes, emits, uses, unique, ifBroken } = touched;
  return [
    '## Behind it',
    '',
    '| | |',
    '| --- | --- |',
    ...row('Emits', linked(emits, eventLink)),
    ...row('Moves', lifecycleLinks(writes).join(', ')),
    ...row('Reads', shown(reads)),
    ...row('Writes', `${shown(writes)}${unique === true ? '; holds unique business keys' : ''}`),
    ...row('Uses', shown(uses)),
    `| If it breaks | ${ifBroken} |`,
    ...row('Runbooks', runbookLinks(id, runbooks).join(', ')),
    '',
  ];
};
