import { describe, expect, it } from 'vitest';
import { sentByEdge, takenByDoor, turnOriginRing } from '../../../../functions/_kit/rotation/origin-ring.ts';
import type { Ring } from '../../../../functions/_kit/rotation/ring.ts';

const at = (minutes: number): string =>
  new Date(Date.parse('2026-11-01T00:00:00.000Z') + minutes * 60_000).toISOString();
const turn = (ring: Ring, fresh: string, minutes: number): Ring => turnOriginRing(ring, { fresh, now: at(minutes) });

const born: Ring = { current: 'a' };
const prepared = turn(born, 'b', 0);
const turned = turn(prepared, 'c', 43_200);

describe('turnOriginRing', () => {
  it('prepares a value before it sends another one', () => {
    expect(prepared).toEqual({ current: 'a', next: 'b', rotation: { since: at(0) } });
  });
  it('then sends what was prepared, which the door knew before, and takes the one before it still', () => {
    expect(turned).toEqual({ current: 'b', next: 'c', previous: 'a', rotation: { since: at(43_200) } });
    expect(takenByDoor(prepared)).toContain(sentByEdge(turned));
    expect(takenByDoor(turned)).toContain(sentByEdge(prepared));
  });
  it('forgets a value with the second turn after it', () => {
    expect(takenByDoor(turn(turned, 'd', 86_400))).toEqual(['c', 'd', 'b']);
  });
  it('changes nothing before the door knows what was prepared: ten minutes', () => {
    expect(turn(prepared, 'c', 9)).toBe(prepared);
    expect(sentByEdge(turn(prepared, 'c', 10))).toBe('b');
  });
});

describe('takenByDoor', () => {
  it('takes nothing that is no text, or an empty one: nobody gets in by bringing nothing', () => {
    expect(takenByDoor({ current: '', next: 7, previous: undefined })).toEqual([]);
    expect(takenByDoor({})).toEqual([]);
    expect(takenByDoor(Object.create({ current: 'inherited' }))).toEqual([]);
    expect(() => sentByEdge({ current: '' })).toThrow('no current value');
  });
});
