import { isCommand } from '../../../functions/_kit/contract.ts';
import { claims } from '../../../functions/claims/contract.ts';
import { customers } from '../../../functions/customers/contract.ts';
import { policies } from '../../../functions/policies/contract.ts';
import { quoting } from '../../../functions/quoting/contract.ts';
import { finding, type Result, unless } from '../../../tools/verify/finding.ts';
import type { BurstRun } from '../beside.ts';
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

/** Within these times 99 answers in a hundred should come (docs/operations/load.md); reads have no goal. */
const goalMs = new Map([
  ...[customers, policies, claims]
    .flatMap(({ endpoints }) => Object.values(endpoints))
    .filter(isCommand)
    .map(({ id }) => [id, 250] as const),
  [quoting.endpoints.createQuote.id, 100],
]);

/** Above its goal an operation may still take so many times as long as in the calm: then the machine is slow. */
const timesTheCalm = 3;

/** Of so many answers or fewer, the slowest one alone would decide. */
const answersTooFew = 100;

const paceSentence = (goal: number, calmMs: number, burstMs: number): string =>
  `99 % took ${burstMs.toFixed(0)} ms in the bursts at most; the goal is ${goal}, the calm took ${calmMs.toFixed(0)}.`;

/** Another tenant's burst makes nobody else wait: times count that miss their goal and are out of all proportion. */
export const checkPace = ({ calm, burst }: Pick<BurstRun, 'calm' | 'burst'>): Result => {
  const judged = burst.kinds.flatMap((busy) => {
    const goal = goalMs.get(busy.kind);
    const before = calm.kinds.find(({ kind }) => kind === busy.kind);
    const counts = [busy, before].map((one) => (one?.acknowledged ?? 0) + (one?.refused ?? 0));
    if (goal === undefined || before === undefined || Math.min(...counts) <= answersTooFew) return [];
    return [{ kind: busy.kind, goal, count: counts[0] ?? 0, calmMs: before.p99, burstMs: busy.p99 }];
  });
  return {
    check: 'pace',
    looked: judged.reduce((sum, { count }) => sum + count, 0),
    findings: judged.flatMap(({ kind, goal, calmMs, burstMs }) =>
      unless(burstMs <= goal || burstMs <= timesTheCalm * calmMs, kind, paceSentence(goal, calmMs, burstMs)),
    ),
  };
};
