import { describe, expect, it } from 'vitest';
import type { FlightReport } from '../../../domain/claims/facts.ts';
import { flightOutcome, tierOf } from '../../../domain/claims/flight-outcome.ts';
import { covered } from './samples.ts';

const { benefit } = covered('flight-delay', 'flight-delay').coverage;
if (benefit.kind !== 'parametric') throw new Error('flight delay is parametric');

const SCHEDULED = '2026-11-10T12:00:00.000Z';
const OBSERVED = '2026-11-10T18:00:00.000Z';
const about = { source: 'airline', official: true, observedAt: OBSERVED, scheduledArrival: SCHEDULED };
const late = (minutes: number) => new Date(Date.parse(SCHEDULED) + minutes * 60_000).toISOString();
const arrived = (minutes: number, change: Partial<typeof about> = {}): FlightReport => ({
  ...about,
  ...change,
  status: 'arrived',
  actualArrival: late(minutes),
});
const other = { source: 'radar', official: false };
const outcome = (reports: FlightReport[], now = OBSERVED) => flightOutcome(reports, benefit, 24, now);

describe('tierOf', () => {
  it.each([
    [-20, 'none'],
    [119, 'none'],
    [120, 'delay-120'],
    [239, 'delay-120'],
    [240, 'delay-240'],
    [2_000, 'delay-240'],
  ])('of a flight %i minutes late is %s', (minutes, tier) => {
    expect(tierOf(arrived(minutes), benefit)).toBe(tier);
  });

  it('counts seconds for nothing: 119 minutes and 59 seconds are no two hours', () => {
    const actualArrival = '2026-11-10T13:59:59.999Z';
    expect(tierOf({ ...about, status: 'arrived', actualArrival }, benefit)).toBe('none');
  });

  it('of a cancelled flight is cancelled', () => {
    expect(tierOf({ ...about, status: 'cancelled' }, benefit)).toBe('cancelled');
  });

  it('of a diverted flight is cancelled, unless it reached its destination within four hours', () => {
    const diverted = (minutes?: number): FlightReport => ({
      ...about,
      status: 'diverted',
      ...(minutes !== undefined && { actualArrival: late(minutes) }),
    });
    const tiers = [undefined, 240, 239, 100].map((minutes) => tierOf(diverted(minutes), benefit));
    expect(tiers).toEqual(['cancelled', 'cancelled', 'delay-120', 'none']);
  });
});

describe('flightOutcome', () => {
  it('is established by two sources that give the same tier, though not the same minute', () => {
    expect(outcome([arrived(125), arrived(131, other)])).toEqual({ outcome: 'established', tier: 'delay-120' });
  });

  it('is open while an arrival is still to come, whoever expects it: nothing is paid for an estimate', () => {
    // Scheduled for 12:00, expected at 16:00.
    const expected = [arrived(240), arrived(241, other)];
    expect(outcome(expected, '2026-11-10T15:59:59.999Z')).toEqual({ outcome: 'open', lookAt: late(240) });
    expect(outcome(expected, late(240))).toEqual({ outcome: 'open', lookAt: late(241) });
    expect(outcome(expected, late(241))).toEqual({ outcome: 'established', tier: 'delay-240' });
  });

  it('is a conflict when sources differ, and a third does not outvote one', () => {
    const reports = [arrived(119), arrived(120, other), arrived(121, { source: 'airport' })];
    expect(outcome(reports)).toEqual({ outcome: 'conflict', tiers: ['none', 'delay-120'] });
  });

  it('believes an official source alone after exactly a day', () => {
    const alone = [arrived(125)];
    const lookAt = '2026-11-11T18:00:00.000Z';
    expect(outcome(alone, '2026-11-11T17:59:59.999Z')).toEqual({ outcome: 'open', lookAt });
    expect(outcome(alone, lookAt)).toEqual({ outcome: 'established', tier: 'delay-120' });
  });

  it('never believes any other source alone', () => {
    expect(outcome([arrived(125, other)], '2027-11-11T18:00:00.000Z')).toEqual({ outcome: 'open' });
    expect(outcome([])).toEqual({ outcome: 'open' });
  });

  it('does not take two reports of one source for two sources, and goes by the later one', () => {
    const first = arrived(100, { observedAt: '2026-11-10T17:00:00.000Z' });
    expect(outcome([arrived(125), first])).toMatchObject({ outcome: 'open' });
    expect(outcome([arrived(125), first, arrived(130, other)])).toEqual({ outcome: 'established', tier: 'delay-120' });
  });
});
