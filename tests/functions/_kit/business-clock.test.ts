import { describe, expect, it } from 'vitest';
import { type ClockMark, type ClockStore, tenantClock, timeBy } from '../../../functions/_kit/business-clock.ts';
import type { Meter } from '../../../functions/_kit/platform.ts';

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

const meter = { read: 0, write: 0 };
/** Clocks that are read like this, for one unit each. */
const clocksThat =
  (read: ClockStore['read']) =>
  (told: Meter): ClockStore => ({
    read: (tenant) => {
      told.read += 1;
      return read(tenant);
    },
    move: async () => false,
  });

describe('tenantClock', () => {
  const marks = new Map<string, ClockMark>([
    ['sbx-one', { at }],
    ['live-one', { at }],
  ]);
  const clock = tenantClock(
    clocksThat(async (tenant) => marks.get(tenant)),
    () => wall,
  );

  it('gives each sandbox its own time, and live tenants none but the real one', async () => {
    expect(await clock.business('sbx-one', meter)).toBe(at);
    expect(await clock.business('sandbox-two', meter)).toBe(wall);
    expect(await clock.business('live-one', meter)).toBe(wall);
  });
  it('tells what it reads to whoever asks', async () => {
    const told = { read: 0, write: 0 };
    await clock.business('sbx-one', told);
    await clock.business('live-one', told);
    expect(told).toEqual({ read: 1, write: 0 });
  });
  it('asks nobody for the time of a live tenant', async () => {
    const broken = tenantClock(
      clocksThat(() => Promise.reject(new Error('down'))),
      () => wall,
    );
    expect(await broken.business('shop', meter)).toBe(wall);
    await expect(broken.business('sbx-one', meter)).rejects.toMatchObject({ signal: 'unavailable' });
  });
});
