import { describe, expect, it } from 'vitest';
import { sweptMinutes } from '../../../domain/audit/sweep-records.ts';
import { addMinutes } from '../../../domain/shared/zone.ts';

describe('sweptMinutes', () => {
  it('looks at what is five minutes and a day old', () => {
    expect(sweptMinutes('2026-11-23T08:07:30.000Z')).toEqual([
      '2026-11-23T08:02',
      '2026-11-23T08:01',
      '2026-11-23T08:00',
      '2026-11-22T08:07',
      '2026-11-22T08:06',
      '2026-11-22T08:05',
    ]);
  });

  it('leaves no minute out when two ticks in a row do not come', () => {
    const start = '2026-11-23T08:00:00.000Z';
    const seen = new Set([0, 3, 6, 9].flatMap((minutes) => sweptMinutes(addMinutes(start, minutes))));
    for (let minute = 53; minute < 60; minute += 1) expect(seen).toContain(`2026-11-23T07:${minute}`);
  });
});
