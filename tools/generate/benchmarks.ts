import { isMet, readable } from '../../bench/print.ts';
import type { Kept, Results } from '../../bench/results.ts';
import type { Goal, Table } from '../../bench/suite.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');

const bound = ({ better, unit }: Goal, value: number): string =>
  `${better === 'more' ? '≥' : '≤'} ${readable(value)} ${unit}`;

/** What was measured of a goal, and whether it is met; a stretch is told where it is met as well. */
const goalCells = (goal: Goal): readonly string[] => {
  const stretched = goal.stretch !== undefined && isMet({ ...goal, goal: goal.stretch });
  const verdict = stretched ? 'met, and the stretch' : isMet(goal) ? 'met' : 'missed';
  return [goal.what, `${readable(goal.is)} ${goal.unit}`, bound(goal, goal.goal), verdict];
};

const goalsOf = ({ tables }: Kept): readonly Goal[] => tables.flatMap(({ goals = [] }) => goals);

const tableText = ({ title, rows, notes = [], goals = [] }: Table): string => {
  const columns = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))];
  const cells = rows.map(({ what, figures }) => [what, ...columns.map((column) => readable(figures[column] ?? ''))]);
  return [
    `### ${title}`,
    markdownTable(['', ...columns], cells),
    ...notes,
    ...(goals.length > 0 ? [markdownTable(['goal', 'measured', 'wanted', ''], goals.map(goalCells))] : []),
  ].join('\n\n');
};

const whenAndWhere = ({ at, effort, node, machine, load }: Kept): string =>
  [
    `${at.slice(0, 10)}${effort === 'quick' ? ', a quick run' : ''}, Node ${node}, ${machine};`,
    `load ${load[0]} before and ${load[1]} after.`,
  ].join(' ');

/** Everything that was measured last, suite by suite. */
export const benchmarkPage = (results: Results): string =>
  `${[
    '# Benchmarks',
    'What `npm run bench` measured last, kept in `bench/results.json`. How to read it: [bench/README.md](../../bench/README.md).',
    ...Object.entries(results).flatMap(([name, kept]) => [
      `## ${name}`,
      whenAndWhere(kept),
      ...kept.tables.map(tableText),
    ]),
  ].join('\n\n')}\n`;

const place = /(<!-- benchmarks -->\n)[\s\S]*?(<!-- end of benchmarks -->)/;

/** A page with the goals of all suites in the place that it keeps for them, with their date and machine. */
export const withHeadline = (page: string, results: Results): string => {
  const kept = Object.values(results);
  const [first] = kept;
  if (first === undefined) return page;
  const rows = kept.flatMap(goalsOf).map(goalCells);
  const quick = Object.entries(results).flatMap(([name, { effort }]) => (effort === 'quick' ? [name] : []));
  const rougher = quick.length > 0 ? ` Quick runs, and so rougher: ${quick.join(', ')}.` : '';
  const text = `${markdownTable(['', 'measured', 'goal', ''], rows)}\n\n${whenAndWhere(first)}${rougher}\n`;
  return page.replace(place, (...[, before = '', after = '']: readonly string[]) => `${before}${text}${after}`);
};
