import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AlarmBook, BookedAlarm } from '../../../infra/alarm-book.ts';
import { bodyIn, isWritten, type Page, runbookIndex, runbookPages } from '../../../tools/generate/runbooks.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const folder = 'docs/operations/runbooks';
const book = JSON.parse(readFileSync(join(repository, 'docs/reference/alarms.json'), 'utf8')) as AlarmBook;

const crash: BookedAlarm = {
  Type: 'AWS::CloudWatch::Alarm',
  stack: 'bindery-prod-claims',
  severity: 'orange',
  runbook: `${folder}/teapot-crashes.md`,
  Properties: {
    AlarmName: 'bindery-prod teapot crashes',
    AlarmDescription: 'Nobody gets tea. Look: the kettle, and who filled it. Mend: https://docs.bindery.example/teapot',
    Namespace: 'AWS/Lambda',
    MetricName: 'Errors',
    Dimensions: [{ Name: 'FunctionName', Value: 'bindery-prod-teapot' }],
    Period: 300,
    Statistic: 'Sum',
    Threshold: 1,
    EvaluationPeriods: 1,
  },
};

const promise: BookedAlarm = {
  Type: 'AWS::CloudWatch::CompositeAlarm',
  stack: 'bindery-prod-watch',
  severity: 'red',
  runbook: `${folder}/tea-is-served.md`,
  Properties: {
    AlarmName: 'bindery-prod tea is served',
    AlarmDescription: 'Guests leave. Look: the kitchen. Mend: https://docs.bindery.example/tea',
    AlarmRule: 'ALARM("bindery-prod teapot crashes") OR ALARM("bindery-prod outbox ExecutionFailed")',
  },
};

const bookOf = (...alarms: readonly BookedAlarm[]): AlarmBook => ({ stage: 'prod', alarms });

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'runbooks-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const keep = (path: string, text: string): void => {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

const pageOf = (alarm: BookedAlarm): string => runbookPages(bookOf(alarm), root)[0]?.text ?? '';

/** The files that a page links to, without their anchors. */
const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)\s]*)?\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !target.startsWith('https:'));

describe('the head of a runbook', () => {
  it('is derived from the alarm, every row of it', () => {
    expect(pageOf(crash)).toBe(
      [
        '# teapot crashes',
        '',
        'Down to *How to mend* this page is generated from the templates of `prod`; names differ in other stages.',
        '',
        '| | |',
        '| --- | --- |',
        '| Who is hurt | Nobody gets tea. |',
        '| Severity | orange: looked at today |',
        '| Watches | `AWS/Lambda Errors {FunctionName=bindery-prod-teapot}` |',
        '| Rings | Sum of 5 minutes at or above 1 |',
        '| Where to look | the kettle, and who filled it. |',
        '| Its stack | `bindery-prod-claims` |',
        '',
        '## How to mend',
        '',
      ].join('\n'),
    );
  });

  it('says how many times in a row, where it is more than one', () => {
    const slow = { ...crash, Properties: { ...crash.Properties, EvaluationPeriods: 3, Period: 60 } };
    expect(pageOf(slow)).toContain('| Rings | Sum of 1 minute at or above 1, 3 times in a row |');
  });

  it('names each metric of a calculation, and escapes what would end a cell of the table', () => {
    const metric = { Namespace: 'Bindery', MetricName: 'calls', Dimensions: [{ Name: 'operation', Value: 'a|b' }] };
    const Metrics = [
      { Id: 'e', Expression: 'IF(m0 > 1 || m0 < 0, 1)', Label: 'tea failed' },
      { Id: 'm0', MetricStat: { Metric: metric, Period: 3600, Stat: 'Sum' } },
    ];
    const { AlarmName, AlarmDescription } = crash.Properties;
    const Properties = { AlarmName, AlarmDescription, Metrics, Threshold: 2, EvaluationPeriods: 1 };
    const page = pageOf({ ...crash, Properties });
    expect(page).toContain('| Watches | `IF(m0 > 1 \\|\\| m0 < 0, 1)` with m0 = `Bindery calls {operation=a\\|b}` |');
    expect(page).toContain('| Rings | tea failed, at or above 2 in 60 minutes |');
  });

  it('of a promise links to the page of each of its alarms', () => {
    expect(pageOf(promise)).toContain(
      '| Rings | while any of these does: [teapot crashes](teapot-crashes.md), ' +
        '[outbox ExecutionFailed](outbox-execution-failed.md) |',
    );
  });
});

describe('the body of a runbook', () => {
  const body = '1. Fill the kettle.\n\n## A heading of its own\n\n| a | b |';

  it('is kept to the letter, while the head changes', () => {
    keep(crash.runbook, `# an old name\n\nAn old head.\n\n## How to mend\n\n${body}\n`);
    const page = pageOf(crash);
    expect(page).toMatch(/^# teapot crashes\n/);
    expect(page).not.toContain('An old head.');
    expect(bodyIn(page)).toBe(body);
    expect(page.endsWith(`\n## How to mend\n${body}\n`)).toBe(true);
  });

  it('is the same when it is generated once more', () => {
    keep(crash.runbook, `## old\n\n## How to mend\n\n\n${body}\n\n\n`);
    const once = pageOf(crash);
    keep(crash.runbook, once);
    expect(pageOf(crash)).toBe(once);
  });

  it('is nothing where there is no page yet, and where a page has no mark', () => {
    expect(bodyIn(pageOf(crash))).toBe('');
    keep(crash.runbook, '# a page without a mark\n\nWords.\n');
    expect(bodyIn(pageOf(crash))).toBe('');
  });

  it('counts as written from eighty characters on', () => {
    const page = (characters: number): string => `# a\n\n## How to mend\n${'x'.repeat(characters)}\n`;
    expect(isWritten(page(0))).toBe(false);
    expect(isWritten(page(79))).toBe(false);
    expect(isWritten(page(80))).toBe(true);
    expect(isWritten(`# a\n\n## How to mend\n${' \n'.repeat(80)}`)).toBe(false);
  });

  it('is not asked of the list of all pages', () => {
    expect(isWritten(runbookIndex(bookOf(crash)))).toBe(true);
  });
});

describe('the list of runbooks', () => {
  it('has the worst first, whatever the order of the book', () => {
    const later = {
      ...crash,
      runbook: `${folder}/a.md`,
      Properties: { ...crash.Properties, AlarmName: 'bindery-prod a' },
    };
    const rows = runbookIndex(bookOf(crash, later, promise))
      .split('\n')
      .filter((line) => /^\| (red|orange|yellow)/.test(line));
    expect(rows).toEqual([
      '| red | [tea is served](tea-is-served.md) | Guests leave. |',
      '| orange | [a](a.md) | Nobody gets tea. |',
      '| orange | [teapot crashes](teapot-crashes.md) | Nobody gets tea. |',
    ]);
  });
});

describe('the runbooks of prod', () => {
  const pages: readonly Page[] = runbookPages(book, repository);

  it('are one page for each alarm', () => {
    expect(pages.length).toBeGreaterThan(200);
    expect(new Set(pages.map(({ path }) => path)).size).toBe(book.alarms.length);
  });

  it('link to nothing that is not there', () => {
    const places = pages.flatMap(({ path, text }) => linksIn(text).map((target) => join(dirname(path), target)));
    expect(places.length).toBeGreaterThan(100);
    expect([...new Set(places)].filter((place) => !existsSync(join(repository, place)))).toEqual([]);
  });

  it('all say how to mend', () => {
    expect(pages.filter(({ text }) => !isWritten(text)).map(({ path }) => path)).toEqual([]);
  });
});
