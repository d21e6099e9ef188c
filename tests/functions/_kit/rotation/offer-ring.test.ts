import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../domain/products/catalogue.ts';
import { offerKeysIn } from '../../../../functions/_adapters/secret-services.ts';
import { offerSecondsMax, turnOfferRing } from '../../../../functions/_kit/rotation/offer-ring.ts';
import type { Ring } from '../../../../functions/_kit/rotation/ring.ts';

const first: Ring = { current: 'k1', k1: 'one' };
const at = (seconds: number): string =>
  new Date(Date.parse('2026-11-01T00:00:00.000Z') + seconds * 1_000).toISOString();
const turn = (ring: Ring, fresh: string, seconds: number): Ring => turnOfferRing(ring, { fresh, now: at(seconds) });
const keysOf = (ring: Ring) => Object.keys(ring).filter((name) => typeof ring[name] === 'string' && name !== 'current');
const day = 86_400;

describe('turnOfferRing', () => {
  it('prepares a key first, and lets the one that signs go on', () => {
    expect(turn(first, 'two', 0)).toEqual({
      ...{ current: 'k1', k1: 'one', k2: 'two' },
      rotation: { next: { kid: 'k2', since: at(0) }, retired: {} },
    });
  });
  it('then lets the prepared key sign, prepares another, and keeps the one before', () => {
    expect(turn(turn(first, 'two', 0), 'three', 30 * day)).toEqual({
      ...{ current: 'k2', k1: 'one', k2: 'two', k3: 'three' },
      rotation: { next: { kid: 'k3', since: at(30 * day) }, retired: { k1: at(30 * day) } },
    });
  });
  it('takes a key out once no offer under it can stand, and never gives its name to another', () => {
    const second = turn(turn(first, 'two', 0), 'three', 30 * day);
    expect(keysOf(turn(second, 'four', 60 * day))).toEqual(['k2', 'k3', 'k4']);
    expect(keysOf(turn(turn(second, 'four', 60 * day), 'five', 90 * day))).toEqual(['k3', 'k4', 'k5']);
  });
  it('keeps a key for a day and the ten minutes in which somebody may have signed with it yet', () => {
    const second = turn(turn(first, 'two', 0), 'three', day);
    // Retired after a day: needed for another one and 600 seconds.
    expect(keysOf(turn(second, 'four', 2 * day + 599))).toContain('k1');
    expect(keysOf(turn(second, 'four', 2 * day + 600))).not.toContain('k1');
  });
  it('changes nothing before everybody knows what was prepared: ten minutes', () => {
    const prepared = turn(first, 'two', 0);
    expect(turn(prepared, 'three', 599)).toBe(prepared);
    expect(turn(prepared, 'three', 600)).toMatchObject({ current: 'k2' });
  });
  it('takes over a ring that was turned by hand, whatever its keys are called', () => {
    const byHand = { current: 'spring', k7: 'seven', spring: 'fine' };
    const turned = turn(byHand, 'eight', 0);
    expect(turned).toMatchObject({ current: 'spring', k7: 'seven', k8: 'eight' });
    expect(turn(turned, 'nine', day)).toMatchObject({ current: 'k8', spring: 'fine', k7: 'seven', k9: 'nine' });
    expect(keysOf(turn(turn(turned, 'nine', day), 'ten', 9 * day))).toEqual(['k8', 'k9', 'k10']);
  });
  it('throws where no key is current, and where the prepared one was taken out by hand prepares another', () => {
    expect(() => turn({ k1: 'one' }, 'two', 0)).toThrow('no current key');
    expect(() => turn({ current: 'k2', k1: 'one' }, 'two', 0)).toThrow('no current key');
    const { k2: _, ...without } = turn(first, 'two', 0);
    expect(turn(without, 'anew', 1)).toMatchObject({ current: 'k1', k2: 'anew' });
  });
  it('knows no product whose offers stand longer than keys are kept for', () => {
    const longest = Math.max(...catalogue.map(({ offerMinutes }) => offerMinutes * 60));
    expect(longest).toBeGreaterThan(0);
    expect(longest).toBeLessThanOrEqual(offerSecondsMax);
  });
});

type Moment = { readonly ring: Ring; readonly since: number; readonly until: number };

/** The rings that a secret had, each with its time; the last one stays for ever. */
const historyOf = (waits: readonly number[]): readonly Moment[] => {
  const starts = waits.map((_wait, index) => waits.slice(0, index + 1).reduce((sum, one) => sum + one, 0));
  const rings = [first];
  for (const [index, start] of starts.entries()) rings.push(turn(rings.at(-1) ?? first, `fresh ${index}`, start));
  return rings.map((ring, index) => ({
    ring,
    since: starts[index - 1] ?? 0,
    until: starts[index] ?? Number.POSITIVE_INFINITY,
  }));
};

/** An instance reads a ring for as long after its end. */
const memory = 6 * 60;

describe('a ring that turns for a year', () => {
  const waits = fc.array(fc.oneof(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 3 * day })), {
    minLength: 1,
    maxLength: 40,
  });

  it('verifies every offer wherever it is bound while it stands, by whichever ring was read there', async () => {
    await fc.assert(
      fc.asyncProperty(waits, async (seconds) => {
        const history = historyOf(seconds);
        for (const { ring, since, until } of history) {
          const signed = await offerKeysIn(async () => ring).current();
          // Signed from its first moment on until the last instance forgets it, and bound for a day after that.
          const bound = history.filter((one) => one.until + memory > since && one.since <= until + memory + day);
          for (const one of bound) expect(await offerKeysIn(async () => one.ring).find(signed.kid)).toEqual(signed);
        }
      }),
      { numRuns: 200 },
    );
  });
  it('never holds more keys than days can need', () => {
    let ring = first;
    for (let turns = 1; turns <= 24; turns += 1) {
      ring = turn(ring, `fresh ${turns}`, turns * 30 * day);
      expect(keysOf(ring).length).toBeLessThanOrEqual(3);
    }
  });
});
