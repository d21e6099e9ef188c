import { describe, expect, it } from 'vitest';
import { sweepAt } from '../../../domain/audit/sweep-records.ts';

const now = '2026-11-23T08:07:30.000Z';
const dayOld = ['2026-11-22T08:05', '2026-11-22T08:06', '2026-11-22T08:07'];

describe('sweepAt', () => {
  it('looks at what is five minutes and a day old, and at the two minutes before each', () => {
    expect(sweepAt(now, undefined)).toEqual({
      minutes: ['2026-11-23T08:00', '2026-11-23T08:01', '2026-11-23T08:02', ...dayOld],
      sweptTo: '2026-11-23T08:00',
    });
  });

  it('looks at no more when the sweep of the minute before ended well', () => {
    expect(sweepAt(now, '2026-11-23T07:59').minutes).toHaveLength(6);
  });

  it('looks again at what a slow clock may still add, even when the two sweeps after it fail', () => {
    const { sweptTo } = sweepAt(now, undefined);
    expect(sweepAt('2026-11-23T08:10:30.000Z', sweptTo).minutes).toContain('2026-11-23T08:02');
  });

  it('goes on where the last sweep that ended well came to, when others failed or never came', () => {
    const { minutes, sweptTo } = sweepAt(now, '2026-11-23T07:40');
    expect(minutes.slice(0, 2)).toEqual(['2026-11-23T07:41', '2026-11-23T07:42']);
    expect(minutes).toHaveLength(22 + dayOld.length);
    expect(sweptTo).toBe('2026-11-23T08:00');
  });

  it('catches up with a long silence in parts of two hours, and leaves nothing out between them', () => {
    const first = sweepAt(now, '2026-11-23T00:00');
    expect(first.minutes[0]).toBe('2026-11-23T00:01');
    expect(first.sweptTo).toBe('2026-11-23T01:58');
    expect(sweepAt(now, first.sweptTo).minutes[0]).toBe('2026-11-23T01:59');
  });
});
