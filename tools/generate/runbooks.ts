import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AlarmBook, type BookedAlarm, subjectOf as subjectIn } from '../../infra/alarm-book.ts';
import { watchedOf } from './alarm-words.ts';

const subjectOf = ({ Properties }: BookedAlarm): string => subjectIn(Properties.AlarmName);

/** What stands above it is generated; what stands below is written by hand and stays. */
export const bodyMark = '## How to mend';

/** A body that says nothing is none. */
const bodyCharactersMin = 80;

export type Page = { readonly path: string; readonly text: string };

const meaningOf: Readonly<Record<BookedAlarm['severity'], string>> = {
  red: 'red: a promise is broken, and somebody is woken',
  orange: 'orange: looked at today',
  yellow: 'yellow: looked at this week',
};

/** The parts of an alarm's text, as `infra/alarms.ts` puts them together. */
const wordsOf = ({ Properties }: BookedAlarm): { readonly says: string; readonly look: string } => {
  const [, says = '', look = ''] = /^(.*) Look: (.*) Mend: \S+$/s.exec(String(Properties['AlarmDescription'])) ?? [];
  return { says, look };
};

const rowsOf = (alarm: BookedAlarm): readonly string[] => {
  const { says, look } = wordsOf(alarm);
  return [
    `| Who is hurt | ${says} |`,
    `| Severity | ${meaningOf[alarm.severity]} |`,
    ...watchedOf(alarm).map(([name, words]) => `| ${name} | ${words} |`),
    `| Where to look | ${look} |`,
    `| Its stack | \`${alarm.stack}\` |`,
  ];
};

const headOf = (alarm: BookedAlarm): string =>
  [
    `# ${subjectOf(alarm)}`,
    '',
    'Down to *How to mend* this page is generated from the templates of `prod`; names differ in other stages.',
    '',
    '| | |',
    '| --- | --- |',
    ...rowsOf(alarm),
    '',
    bodyMark,
    '',
  ].join('\n');

/** What somebody wrote under the mark; nothing where there is no page yet. */
export const bodyIn = (text: string): string => text.split(`\n${bodyMark}\n`)[1]?.trim() ?? '';

/** The page of each alarm, with the body that it has in a folder. */
export const runbookPages = (book: AlarmBook, root: string): readonly Page[] =>
  book.alarms.map((alarm) => {
    const path = alarm.runbook;
    const file = join(root, path);
    const body = existsSync(file) ? bodyIn(readFileSync(file, 'utf8')) : '';
    return { path, text: `${headOf(alarm)}${body === '' ? '' : `${body}\n`}` };
  });

/** Whether somebody wrote on a page how to mend. The list of all pages has nothing to be written. */
export const isWritten = (text: string): boolean =>
  !text.includes(`
${bodyMark}
`) || bodyIn(text).length >= bodyCharactersMin;

/** The list of all pages, the worst first. */
export const runbookIndex = (book: AlarmBook): string => {
  const severities = Object.keys(meaningOf) as readonly BookedAlarm['severity'][];
  const rows = severities.flatMap((severity) =>
    book.alarms
      .filter((one) => one.severity === severity)
      .toSorted((a, b) => subjectOf(a).localeCompare(subjectOf(b)))
      .map((one) => `| ${severity} | [${subjectOf(one)}](${one.runbook.split('/').at(-1)}) | ${wordsOf(one).says} |`),
  );
  return [
    '# Runbooks',
    '',
    'Generated from the alarms of the templates. Each alarm has one page: who is hurt, where to look, how to mend.',
    '',
    '| Severity | Alarm | Who is hurt |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
};
