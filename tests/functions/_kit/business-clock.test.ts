import { describe, expect, it } from 'vitest';
import { type ClockMark, tenantClock, timeBy } from '../../../functions/_kit/business-clock.ts';

const wall = '2026-11-23T08:00:00.000Z';
const at = '2027-01-01T00:00:00.000Z';

describe('timeBy', () => {
  it('is real where nobody moved the clock', () => {
    expect(timeBy(undefined, wall)).toBe(wall);
  });
  it('stands still while an advance is under way, however much real time passes', () => {
    expect(timeBy({ at }, '2099-01-01T00:00:00.000Z')).toBe(at);
  });
  it('runs on as fast as real time', () => {
    expect(timeBy({ at, runsSince: wall }, '2026-11-23T09:30:00.001Z')).toBe('2027-01-01T01:30:00.001Z');
  });
  it('does not go back for an instance whose wall clock is late', () => {
    expect(timeBy({ at, runsSince: wall }, '2026-11-23T07:59:00.000Z')).toBe(at);
  });
});

describe('tenantClock', () => {
  const marks = new Map<string, ClockMark>([
    ['sbx-one', { at }],
    ['live-one', { at }],
  ]);
  const clock = tenantClock({ read: async (tenant) => marks.get(tenant), move: async () => false }, () => wall);

  it('gives each sandbox its own time, and live tenants none but the real one', async () => {
    expect(await clock.business('sbx-one')).toBe(at);
    expect(await clock.business('sandbox-two')).toBe(wall);
    expect(await clock.business('live-one')).toBe(wall);
  });
  it('asks nobody for the time of a live tenant', async () => {
    const broken = tenantClock({ read: () => Promise.reject(new Error('down')), move: async () => false }, () => wall);
    expect(await broken.business('shop')).toBe(wall);
    await expect(broken.business('sbx-one')).rejects.toMatchObject({ signal: 'unavailable' });
  });
});
