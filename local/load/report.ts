import type { Result } from '../../tools/verify/finding.ts';
import { type BurstRun, busyTenant } from './beside.ts';
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

const ratio = (burst: number, calm: number): string => (calm === 0 ? '–' : (burst / calm).toFixed(2));

/** What the tenant got that asked too often, and how long the shops waited in its bursts and in between. */
export const burstReport = ({ reports, calm, burst }: BurstRun): readonly string[] => {
  const asked = reports.map(({ id, asked: times, seconds, perSecond, statuses }) => {
    const answers = [...statuses].toSorted().map(([status, count]) => `${status} ${count}`);
    const ofLimit = seconds === 0 ? 0 : times / seconds / perSecond;
    const howOften = `${times} times in ${seconds.toFixed(1)} s, ${ofLimit.toFixed(1)} times its limit`;
    return `${id} ${howOften}: ${answers.join(', ')}`;
  });
  const rows = burst.kinds.flatMap((one) => {
    const before = calm.kinds.find(({ kind }) => kind === one.kind);
    if (before === undefined) return [];
    const times = [before.p50, one.p50, before.p99, one.p99].map(ms);
    const [p50 = '', burstP50 = '', p99 = '', burstP99 = ''] = times;
    const ratios = [ratio(one.p50, before.p50), ratio(one.p99, before.p99)];
    return [[one.kind, p50, burstP50, ratios[0] ?? '', p99, burstP99, ratios[1] ?? '']];
  });
  const head = ['operation', 'p50 calm', 'p50 burst', 'ratio', 'p99 calm', 'p99 burst', 'ratio'];
  return [`${busyTenant} asked`, ...asked.map((line) => `  ${line}`), '', ...tableOf([head, ...rows])];
};

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
