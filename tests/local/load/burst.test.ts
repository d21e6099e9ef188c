import { describe, expect, it } from 'vitest';
import type { BurstReport } from '../../../local/load/burst.ts';
import { checkBurst, checkNeighbour } from '../../../local/load/checks/check-burst.ts';
import { burstReport } from '../../../local/load/report.ts';
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
