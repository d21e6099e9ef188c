import { finding, type Result, unless } from '../../../tools/verify/finding.ts';
import type { BurstReport } from '../burst.ts';

const isUsual = (status: string): boolean => /^2\d\d$/.test(status) || status === '429';

/** More cannot pass: a full bucket at each burst, what fills it meanwhile, and a second for answers on their way. */
const mostOf = ({ perSecond, burst, bursts, seconds }: BurstReport): number =>
  bursts * (burst + perSecond) + perSecond * seconds;

const findingsOf = (report: BurstReport) => {
  const { id, asked, statuses, withoutRetryAfter } = report;
  const most = mostOf(report);
  const passed = [...statuses].reduce((sum, [status, count]) => sum + (status.startsWith('2') ? count : 0), 0);
  return [
    ...[...statuses].flatMap(([status, count]) =>
      unless(isUsual(status), id, `${count} requests beyond the limit were answered with ${status}.`),
    ),
    ...unless(withoutRetryAfter === 0, id, `${withoutRetryAfter} refusals do not say when to come again.`),
    // A slow machine answers so late that a short burst of few connections stays within the limit.
    ...unless(
      statuses.has('429') || asked <= most,
      id,
      'More was asked than the limit allows, and nobody was limited.',
    ),
    ...unless(passed > 0, id, 'Nothing passed, though the limit allows something at every time.'),
    ...unless(passed <= most, id, `${passed} requests passed; the limit allows ${most} at most.`),
  ];
};

/** A tenant that asks too often gets what its limit allows, is told when to come again, and nothing breaks. */
export const checkBurst = (reports: readonly BurstReport[]): Result => ({
  check: 'burst',
  looked: reports.reduce((sum, { asked }) => sum + asked, 0),
  findings: reports.flatMap(findingsOf),
});

/** Another tenant's burst limits nobody else. */
export const checkNeighbour = (statuses: readonly (readonly [status: string, count: number])[]): Result => ({
  check: 'neighbour',
  looked: statuses.reduce((sum, [, count]) => sum + count, 0),
  findings: statuses.flatMap(([status, count]) =>
    status === '429' ? [finding('429', `The shops were limited ${count} times, for what another tenant asked.`)] : [],
  ),
});
