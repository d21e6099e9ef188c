import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceClock } from '../../../domain/clock/advance-clock.ts';
import { AdvanceClock } from '../../../domain/clock/schema.ts';
import { accept, refuse } from '../../../domain/shared/decision.ts';

const clockId = `clk_${'0'.repeat(26)}`;
const now = '2028-02-29T08:00:00.000Z';
const asked = (wished: AdvanceClock, at = now) => advanceClock(undefined, wished, { clockId, now: at });
const goingTo = (to: string, from = now) =>
  accept({ events: [{ type: 'clock.advance-requested', data: { clockId, from, to } }], postings: [] });

describe('advanceClock', () => {
  it('sets the clock to an instant that lies ahead, if only by a millisecond', () => {
    expect(asked({ to: '2028-02-29T08:00:00.001Z' })).toEqual(goingTo('2028-02-29T08:00:00.001Z'));
  });
  it.each([now, '2028-02-29T07:59:59.999Z'])('never lets time stand or go back: %s', (to) => {
    expect(asked({ to })).toEqual(refuse('clock-only-goes-forward', { now }));
  });
  it.each([
    // A calendar year after 29 February is 28 February.
    ['P1Y', '2029-02-28T08:00:00.000Z'],
    ['P4Y', '2032-02-29T08:00:00.000Z'],
    ['P1M', '2028-03-29T08:00:00.000Z'],
    ['P2W', '2028-03-14T08:00:00.000Z'],
    ['P1DT12H', '2028-03-01T20:00:00.000Z'],
    ['PT90S', '2028-02-29T08:01:30.000Z'],
    // 1,000,000 hours are 41,666 days and 16 hours: from 29 February 2028 (day 59 of 1970-days 21,243).
    ['PT1000000H', new Date(Date.parse(now) + 1_000_000 * 3_600_000).toISOString()],
  ])('moves it on by %s, to %s', (by, to) => {
    expect(asked({ by })).toEqual(goingTo(to));
  });
  it('takes no span that is no time at all', () => {
    expect(asked({ by: 'PT0S' })).toEqual(refuse('clock-only-goes-forward', { now }));
  });
  it('ends with the year 9000, far enough from where no instant can be written any more', () => {
    const last = '9000-01-01T00:00:00.000Z';
    const shortBefore = '8999-12-31T23:59:59.000Z';
    expect(asked({ by: 'PT1S' }, shortBefore)).toEqual(goingTo(last, shortBefore));
    expect(asked({ by: 'PT2S' }, shortBefore)).toEqual(refuse('clock-beyond-calendar', { last }));
    expect(asked({ to: '9000-01-01T00:00:00.001Z' })).toEqual(refuse('clock-beyond-calendar', { last }));
    expect(asked({ by: 'P9999Y' })).toEqual(refuse('clock-beyond-calendar', { last }));
    expect(asked({ by: 'P9999Y99999M999999W9999999DT99999999H' })).toEqual(refuse('clock-beyond-calendar', { last }));
  });
  it('takes an instant as anybody writes it', () => {
    for (const to of ['2028-03-01T08:00:00Z', '2028-03-01T16:00:00+08:00', '2028-03-01T08:00:00.000Z'])
      expect(asked(AdvanceClock.parse({ to }))).toEqual(goingTo('2028-03-01T08:00:00.000Z'));
  });
  it('refuses a second advance while the first is under way', () => {
    const before = {
      clockId,
      status: 'advancing',
      from: now,
      to: '2029-01-01T00:00:00.000Z',
      woken: 0,
      heldUp: 0,
    } as const;
    expect(advanceClock(before, { by: 'P1D' }, { clockId, now })).toEqual(
      refuse('clock-is-advancing', { to: before.to }),
    );
    const ready = { ...before, status: 'ready' } as const;
    expect(advanceClock(ready, { by: 'P1D' }, { clockId, now })).toEqual(goingTo('2028-03-01T08:00:00.000Z'));
  });
  it('takes the longest way in as many steps as anybody likes, to the same end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 12 }), (hours) => {
        const end = hours.reduce((at, some) => {
          const decision = asked({ by: `PT${some}H` }, at);
          return decision.ok ? (decision.value.events[0]?.data.to ?? '') : '';
        }, now);
        const sum = hours.reduce((all, some) => all + some, 0);
        expect(asked({ by: `PT${sum}H` })).toEqual(goingTo(end));
      }),
    );
  });
});

describe('the span of an advance', () => {
  it.each(['P1Y', 'PT48H', 'P1Y2M3W4DT5H6M7S', 'P2W'])('is taken: %s', (by) => {
    expect(AdvanceClock.safeParse({ by }).success).toBe(true);
  });
  it.each(['', 'P', 'PT', 'P1', '1D', '-P1D', 'P-1D', 'P1.5D', 'P1DT', 'p1d', 'P1S', 'PT1D', 'P1Y1Y'])(
    'is refused: %s',
    (by) => {
      expect(AdvanceClock.safeParse({ by }).success).toBe(false);
    },
  );
  it('stands alone, or an instant does', () => {
    for (const wrong of [{}, { by: 'P1D', to: now }]) expect(AdvanceClock.safeParse(wrong).success).toBe(false);
  });
});
