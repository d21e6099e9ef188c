import { describe, expect, it } from 'vitest';
import { evolveClock } from '../../../domain/clock/evolve-clock.ts';

const clockId = `clk_${'0'.repeat(26)}`;
const [from, to] = ['2026-11-23T08:00:00.000Z', '2027-11-23T08:00:00.000Z'];
const begun = evolveClock(undefined, { type: 'clock.advance-requested', data: { clockId, from, to } });

describe('evolveClock', () => {
  it('begins an advance with nothing done', () => {
    expect(begun).toEqual({ clockId, from, to, status: 'advancing', woken: 0, heldUp: 0 });
  });
  it('goes on until it has come there', () => {
    const halfway = { clockId, at: '2027-05-01T00:00:00.000Z', woken: 40, heldUp: 1 };
    const later = evolveClock(begun, { type: 'clock.advance-continued', data: halfway });
    expect(later).toEqual({ ...begun, woken: 40, heldUp: 1 });
    const there = evolveClock(later, { type: 'clock.advanced', data: { clockId, at: to, woken: 90, heldUp: 1 } });
    expect(there).toEqual({ ...begun, status: 'ready', woken: 90, heldUp: 1 });
  });
  it('forgets the counts of the advance before', () => {
    const there = evolveClock(begun, { type: 'clock.advanced', data: { clockId, at: to, woken: 90, heldUp: 1 } });
    const again = evolveClock(there, {
      type: 'clock.advance-requested',
      data: { clockId, from: to, to: '2028-01-01T00:00:00.000Z' },
    });
    expect([again.woken, again.heldUp, again.status]).toEqual([0, 0, 'advancing']);
  });
  it('knows no progress of an advance that nobody asked for', () => {
    const data = { clockId, at: to, woken: 0, heldUp: 0 };
    expect(() => evolveClock(undefined, { type: 'clock.advanced', data })).toThrow('nobody moved');
  });
});
