import type { Goal, Table } from './suite.ts';

/** Three digits that mean something: 0.123, 1.23, 12.3, 123, 1,234. */
export const readable = (figure: number | string): string => {
  if (typeof figure === 'string') return figure;
  const size = Math.abs(figure);
  const digits = Number.isInteger(figure) || size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return figure.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
};

export const isMet = ({ is, goal, better }: Omit<Goal, 'stretch'>): boolean =>
  better === 'more' ? is >= goal : is <= goal;

const verdict = (goal: Goal): string => {
  const sign = goal.better === 'more' ? '≥' : '≤';
  const wanted = [goal.goal, ...(goal.stretch === undefined ? [] : [goal.stretch])].map(
    (one) => `${sign} ${readable(one)} ${isMet({ ...goal, goal: one }) ? 'met' : 'missed'}`,
  );
  return `${goal.what}: ${readable(goal.is)} ${goal.unit} (${wanted.join(', stretch ')})`;
};

/** A table as text, its columns aligned. */
export const tableText = ({ title, rows, goals = [], notes = [] }: Table): string => {
  const columns = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))];
  const cells = [
    ['', ...columns],
    ...rows.map(({ what, figures }) => [what, ...columns.map((column) => readable(figures[column] ?? ''))]),
  ];
  const widths = ['', ...columns].map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  return [
    '',
    title,
    ...cells.map((row) => `  ${line(row)}`.trimEnd()),
    ...notes.map((note) => `  ${note}`),
    ...goals.map((goal) => `  → ${verdict(goal)}`),
  ].join('\n');
};
