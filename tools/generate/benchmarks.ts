import { isMet, readable } from '../../bench/print.ts';
import type { Kept, Results } from '../../bench/results.ts';
import type { Goal, Table } from '../../bench/suite.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');

const bounds = ({ better, goal, stretch }: Goal): string =>
  [
    `${better === 'more' ? '≥' : '≤'} ${readable(goal)}`,
    ...(stretch === undefined || stretch === goal ? [] : [`stretch ${readable(stretch)}`]),
  ].join(', ');

/** What was measured of a goal, what was wanted, and whether it is met. */
const goalCells = (goal: Goal): readonly string[] => {
  const stretched = goal.stretch !== undefined && isMet({ ...goal, goal: goal.stretch });
  const verdict = stretched ? 'met, and the stretch' : isMet(goal) ? 'met' : '**missed**';
  return [`${readable(goal.is)} ${goal.unit}`, bounds(goal), verdict];
};

const goalsOf = ({ tables }: Kept): readonly Goal[] => tables.flatMap(({ goals = [] }) => goals);

const tableText = ({ title, rows, notes = [], goals = [] }: Table): string => {
  const columns = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))];
  const cells = rows.map(({ what, figures }) => [what, ...columns.map((column) => readable(figures[column] ?? ''))]);
  const goalRows = goals.map((goal) => [goal.what, ...goalCells(goal)]);
  return [
    `## ${title}`,
    markdownTable(['', ...columns], cells),
    ...notes,
    ...(goals.length > 0 ? [markdownTable(['goal', 'measured', 'wanted', ''], goalRows)] : []),
  ].join('\n\n');
};

const whenAndWhere = ({ at, commit, node, machine, seed, load }: Kept): string =>
  [
    `${at.slice(0, 10)}, commit ${commit}, Node ${node}, ${machine};`,
    `seed ${seed}, load ${load[0]} before and ${load[1]} after.`,
  ].join(' ');

const versionsOf = (kept: readonly Kept[]): string => {
  const all = new Map(kept.flatMap(({ peers }) => Object.entries(peers)));
  return [...all].map(([name, version]) => `${name} ${version}`).join(', ');
};

const page = (...parts: readonly string[]): string => `${parts.join('\n\n')}\n`;

const suitePage = (name: string, kept: Kept): string =>
  page(`# Benchmarks: ${name}`, whenAndWhere(kept), ...kept.tables.map(tableText));

/** Everything that was measured last: a page for each suite, and one that leads to them. */
export const benchmarkFiles = (results: Results): readonly (readonly [path: string, text: string])[] => {
  const suites = Object.entries(results);
  const index = page(
    '# Benchmarks',
    'What `npm run bench -- --out bench/results.json` measured last. How it is measured, and how to read it: [bench/README.md](../../bench/README.md).',
    `What we are compared with: ${versionsOf(Object.values(results))}.`,
    suites
      .map(([name, { tables }]) => `- [${name}](benchmarks/${name}.md): ${tables.map(({ title }) => title).join('; ')}`)
      .join('\n'),
  );
  return [
    ['benchmarks.md', index],
    ...suites.map(([name, kept]) => [`benchmarks/${name}.md`, suitePage(name, kept)] as const),
  ];
};

const place = /(<!-- benchmarks -->\n)[\s\S]*?(<!-- end of benchmarks -->)/;

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The days on which, and the load under which, all of it was measured. */
const summary = (kept: readonly Kept[]): string => {
  const goals = kept.flatMap(goalsOf);
  const met = goals.filter(isMet).length;
  const days = [...new Set(kept.map(({ at }) => at.slice(0, 10)))].toSorted();
  const loads = kept.flatMap(({ load }) => load);
  const machines = new Set(kept.map(({ node, machine }) => `Node ${node}, ${machine}`));
  return [
    `${days.join(' to ')}, ${[...machines].join('; ')}, load ${Math.min(...loads)} to ${Math.max(...loads)}.`,
    `Of all ${goals.length} goals ${met} are met and ${goals.length - met} are missed.`,
  ].join(' ');
};

/** A page with the headlines of all suites in the place that it keeps for them, with their date and machine. */
export const withHeadline = (page: string, results: Results): string => {
  const kept = Object.values(results);
  if (kept.length === 0) return page;
  const rows = kept.flatMap(goalsOf).flatMap((goal) => {
    const { headline } = goal;
    return headline === undefined
      ? []
      : [[sentence(headline.question), headline.ours, headline.theirs, ...goalCells(goal)]];
  });
  const text = `${markdownTable(['', 'ours', 'theirs', 'measured', 'goal', ''], rows)}\n\n${summary(kept)}\n`;
  return page.replace(place, (...[, before = '', after = '']: readonly string[]) => `${before}${text}${after}`);
};
