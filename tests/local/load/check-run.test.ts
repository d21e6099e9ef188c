import { describe, expect, it } from 'vitest';
import { chanceOf, momentsIn } from '../../../local/load/chance.ts';
import { checkDeadLetters, checkErrors, checkKills } from '../../../local/load/checks/check-run.ts';
import { auditReport, trafficReport } from '../../../local/load/report.ts';
import { loadWish } from '../../../local/load/settings.ts';
import { statistics } from '../../../local/load/statistics.ts';

describe('the checks of a run', () => {
  it('find an event that was given up', () => {
    const letter = { subscriber: 'sendDisbursement', reason: 'it broke' };
    expect(checkDeadLetters([letter], 5).findings).toEqual([
      { where: 'sendDisbursement', what: 'An event was given up: it broke' },
    ]);
    expect(checkDeadLetters([], 5).findings).toEqual([]);
  });
  it('find a run that was killed less often than it was to be', () => {
    expect(checkKills(2, 1).findings).toEqual([{ where: 'kills', what: '2 were asked for, and 1 happened.' }]);
    expect(checkKills(2, 2).findings).toEqual([]);
  });
  it('find an error of the platform’s own, and take one that says to come again for none', () => {
    const answers = [
      ['200', 9],
      ['503', 4],
      ['500', 1],
    ] as const;
    expect(checkErrors(answers)).toMatchObject({ looked: 14, findings: [{ where: 'status 500' }] });
  });
});

describe('chance', () => {
  it('throws the same for the same seed and something else for another', () => {
    const throws = (seed: string) => Array.from({ length: 5 }, chanceOf(seed, 1).next);
    expect(throws('a')).toEqual(throws('a'));
    expect(throws('a')).not.toEqual(throws('b'));
  });
  it('names moments in order, none in the first or the last tenth', () => {
    const moments = momentsIn(chanceOf('a'), 1000, 50);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(moments.every((moment) => moment >= 100 && moment <= 900)).toBe(true);
  });
});

describe('the wish of a load', () => {
  it('is thirty seconds with sixteen shops and without kills unless said', () => {
    expect(loadWish([])).toMatchObject({ seconds: 30, clients: 16, kills: 0 });
    expect(loadWish(['--help'])).toBeUndefined();
  });
  it.each([
    [['--seconds', '0'], /--seconds is "0": say a whole number from 1 to 7200/],
    [['--clients', 'many'], /--clients is "many"/],
    [['--kill', '-1'], /kill/],
    [['--only', 'device'], /--only takes one of look, freight/],
  ])('refuses %s', (args, sentence) => {
    expect(() => loadWish(args)).toThrow(sentence);
  });
});

describe('the report of a load', () => {
  it('shows counts, rates and percentiles by kind', () => {
    const counted = statistics();
    for (let ms = 1; ms <= 100; ms += 1) counted.done('bindPolicy', 'acknowledged', ms);
    counted.retry('bindPolicy');
    counted.answer('201');
    // A hundred answers in ten seconds; the 99th of a hundred times is 100 ms when counted from nought.
    expect(trafficReport(counted.report(10))).toEqual([
      'operation   acknowledged  refused  retries  per s  p50 ms  p95 ms  p99 ms',
      'bindPolicy           100        0        1   10.0      51      96     100',
      '',
      'answers: 201 1',
    ]);
  });
  it('shows a sentence for each finding, and says how many it left out', () => {
    const findings = Array.from({ length: 22 }, (_, at) => ({ where: `pol_${at}`, what: 'It is lost.' }));
    const lines = auditReport([{ check: 'acknowledged', looked: 30, findings }]);
    expect(lines.slice(0, 3)).toEqual([
      'check         looked at   verdict',
      'acknowledged         30  22 found',
      '  pol_0: It is lost.',
    ]);
    expect(lines.at(-1)).toBe('  and 2 more.');
  });
});
