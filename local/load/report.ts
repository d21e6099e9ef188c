import type { Result } from '../../tools/verify/finding.ts';
import type { KindReport, StatisticsReport } from './statistics.ts';

const sentencesMax = 20;
const ms = (time: number): string => time.toFixed(time < 10 ? 1 : 0);

/** Columns as wide as their widest cell: the first to the left, numbers to the right. */
const tableOf = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
};

const kindRow = ({ kind, acknowledged, refused, retries, perSecond, ...times }: KindReport): readonly string[] => [
  ...[kind, acknowledged, refused, retries].map(String),
  ...[perSecond.toFixed(1), ms(times.p50), ms(times.p95), ms(times.p99)],
];

/** What was asked for and how fast it was answered. */
export const trafficReport = ({ kinds, statuses }: StatisticsReport): readonly string[] => [
  ...tableOf([
    ['operation', 'acknowledged', 'refused', 'retries', 'per s', 'p50 ms', 'p95 ms', 'p99 ms'],
    ...kinds.map(kindRow),
  ]),
  '',
  `answers: ${statuses.map(([status, count]) => `${status} ${count}`).join(', ')}`,
];

const verdictOf = ({ findings }: Result): string => (findings.length === 0 ? 'ok' : `${findings.length} found`);

const sentences = ({ findings }: Result): readonly string[] => [
  ...findings.slice(0, sentencesMax).map(({ where, what }) => `  ${where}: ${what}`),
  ...(findings.length > sentencesMax ? [`  and ${findings.length - sentencesMax} more.`] : []),
];

/** What was looked at, and a sentence for each finding. */
export const auditReport = (results: readonly Result[]): readonly string[] => [
  ...tableOf([
    ['check', 'looked at', 'verdict'],
    ...results.map((result) => [result.check, String(result.looked), verdictOf(result)]),
  ]),
  ...results.flatMap(sentences),
];
