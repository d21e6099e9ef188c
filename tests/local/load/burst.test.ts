import { describe, expect, it } from 'vitest';
import type { BurstReport } from '../../../local/load/burst.ts';
import { checkBurst, checkNeighbour, checkPace } from '../../../local/load/checks/check-burst.ts';
import { auditReport, burstReport } from '../../../local/load/report.ts';
import { loadWish } from '../../../local/load/settings.ts';
import { countedTwice, statistics } from '../../../local/load/statistics.ts';
import { turnsFrom } from '../../../local/load/turns.ts';

/** Two bursts of three seconds each at ten times a limit of 100 a second, as they should go. */
const asItShould: BurstReport = {
  ...{ id: 'createQuote', perSecond: 100, burst: 100, bursts: 2, seconds: 6, asked: 6_000 },
  statuses: new Map([
    ['200', 800],
    ['429', 5_200],
  ]),
  withoutRetryAfter: 0,
};
const sentencesOf = (change: Partial<BurstReport>) =>
  checkBurst([{ ...asItShould, ...change }]).findings.map(({ what }) => what);

describe('the checks of a burst', () => {
  it('find nothing where what passes is within the limit and the rest is told when to come again', () => {
    expect(checkBurst([asItShould])).toEqual({ check: 'burst', looked: 6_000, findings: [] });
  });
  it.each<[string, Partial<BurstReport>, RegExp]>([
    ['an error of the platform', { statuses: new Map([...asItShould.statuses, ['500', 3]]) }, /3 .* with 500/],
    ['503 instead of 429', { statuses: new Map([...asItShould.statuses, ['503', 3]]) }, /3 .* with 503/],
    ['a request without an answer', { statuses: new Map([...asItShould.statuses, ['no answer', 1]]) }, /no answer/],
    ['a refusal without Retry-After', { withoutRetryAfter: 1 }, /1 refusals do not say when/],
    ['a limit that limits nobody', { statuses: new Map([['200', 800]]) }, /nobody was limited/],
    ['a limit that lets nothing pass', { statuses: new Map([['429', 6_000]]) }, /Nothing passed/],
    // Two full buckets, six seconds of filling, and a second's worth of answers on their way for each burst: 1,000.
    ['more than the limit allows', { statuses: new Map([...asItShould.statuses, ['200', 1_001]]) }, /1001 .* 1000 at/],
  ])('find %s', (_what, change, sentence) => {
    expect(sentencesOf(change)).toEqual([expect.stringMatching(sentence)]);
  });
  it('find a shop that is limited for what another tenant asked', () => {
    expect(checkNeighbour([['200', 9]])).toEqual({ check: 'neighbour', looked: 9, findings: [] });
    expect(checkNeighbour([['429', 1]]).findings).toHaveLength(1);
  });
});

/** So many answers of one operation, all of them after the same time. */
const answers = (kind: string, ms: number, count = 101) => {
  const counted = statistics();
  for (let one = 0; one < count; one += 1) counted.done(kind, 'acknowledged', ms);
  return counted.report(1);
};
const paceOf = (kind: string, calmMs: number, burstMs: number, count?: number) =>
  checkPace({ calm: answers(kind, calmMs, count), burst: answers(kind, burstMs, count) });

describe('the pace of the shops beside a burst', () => {
  it.each([
    ['createQuote', 30, 101, /createQuote.* 101 ms .* is 100, .* 30\./],
    ['bindPolicy', 80, 251, /bindPolicy.* 251 ms .* is 250, .* 80\./],
    ['registerCustomer', 80, 251, /registerCustomer/],
    ['reportClaim', 80, 251, /reportClaim/],
  ])('is a finding where %s takes %i ms in the calm and %i in the burst', (kind, calm, burst, sentence) => {
    const { looked, findings } = paceOf(kind, calm, burst);
    expect(looked).toBe(101);
    expect(findings.map(({ where, what }) => `${where} ${what}`)).toEqual([expect.stringMatching(sentence)]);
  });
  it.each([
    ['is within its goal, however much faster the calm was', 'createQuote', 1, 100],
    ['is within its goal, however much faster the calm was', 'bindPolicy', 1, 250],
    ['is slow in the calm too: the machine is slow', 'createQuote', 100, 300],
    ['is slow in the calm too: the machine is slow', 'bindPolicy', 400, 1_200],
    ['has no goal', 'getPolicy', 1, 5_000],
  ])('is no finding where an operation %s', (_why, kind, calm, burst) => {
    expect(paceOf(kind, calm, burst).findings).toEqual([]);
  });
  it('is that of 99 in a hundred: one slow answer is none', () => {
    const burst = statistics();
    for (let one = 0; one < 200; one += 1) burst.done('createQuote', 'acknowledged', one === 0 ? 5_000 : 20);
    expect(checkPace({ calm: answers('createQuote', 10), burst: burst.report(1) }).findings).toEqual([]);
  });
  it('is not judged by so few answers that the slowest one would decide, and the report says so', () => {
    const few = paceOf('createQuote', 1, 5_000, 100);
    expect(few).toEqual({ check: 'pace', looked: 0, findings: [] });
    expect(auditReport([few]).at(-1)).toMatch(/^pace +0 +not judged$/);
  });
});

describe('the turns of a burst', () => {
  it('warm up, and then burst and rest in turn, three seconds each', () => {
    const { phaseAt, burstAt } = turnsFrom(1_000, 60);
    const phases = [1_000, 3_999, 4_000, 6_999, 7_000, 10_000, 13_000].map(phaseAt);
    expect(phases).toEqual(['warm-up', 'warm-up', 'burst', 'burst', 'calm', 'burst', 'calm']);
    expect([burstAt(4_000), burstAt(10_000)]).toEqual([0, 1]);
  });
  it('are shorter in a short run, so that it has three bursts', () => {
    const { phaseAt } = turnsFrom(0, 3);
    expect([0, 500, 1_000, 1_500, 2_000, 2_500].map(phaseAt)).toEqual('warm-up burst calm burst calm burst'.split(' '));
  });
});

describe('the statistics of a burst', () => {
  it('count an answer where it was asked for, and all of them together', () => {
    const [all, before, since] = [statistics(), statistics(), statistics()];
    const counted = countedTwice(all, (askedAt) => (askedAt < Date.now() - 1_000 ? before : since));
    counted.done('createQuote', 'acknowledged', 5_000);
    counted.done('createQuote', 'acknowledged', 1);
    const countOf = (one: typeof all) => one.report(1).kinds[0]?.acknowledged;
    expect([countOf(all), countOf(before), countOf(since)]).toEqual([2, 1, 1]);
  });
  it('are shown as calm, burst and their ratio', () => {
    const [calm, burst] = [statistics(), statistics()];
    calm.done('bindPolicy', 'acknowledged', 20);
    burst.done('bindPolicy', 'acknowledged', 25);
    const lines = burstReport({ reports: [asItShould], calm: calm.report(1), burst: burst.report(1) });
    expect(lines).toContain('  createQuote 6000 times in 6.0 s, 10.0 times its limit: 200 800, 429 5200');
    expect(lines.at(-1)?.split(/ +/)).toEqual(['bindPolicy', '20', '25', '1.25', '20', '25', '1.25']);
  });
  it('are compared in one run without kills', () => {
    expect(loadWish(['--burst'])).toMatchObject({ burst: true, kills: 0 });
    expect(() => loadWish(['--burst', '--kill', '2'])).toThrow('takes no --kill');
  });
});
