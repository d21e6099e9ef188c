import { describe, expect, it } from 'vitest';
import { loadEntries } from '../../local/entries.ts';
import { pairsOfPoints, singlePoints } from './crash-points/points.ts';
import { type PointResult, runPoint } from './crash-points/run-point.ts';
import { scenarios } from './crash-points/scenarios.ts';

const entries = await loadEntries();
/** Pairs of faults are many: the long proof asks for them. */
const withPairs = process.env['BINDERY_PAIRS'] === 'all';

/** One batch stands for all: each item goes through the same chain. */
const batchesTriedOnce = ['batchClaims', 'batchCustomers'];

const writing = [
  ...entries.endpoints.filter(({ contract }) => contract.writes.length > 0 || contract.batch !== undefined),
  ...entries.subscribers,
  ...entries.schedules,
]
  .map(({ contract }) => contract.id)
  .filter((id) => !batchesTriedOnce.includes(id));

/** Entries that may answer a second time that they know it already. */
const saysKnown = ['receivePaymentWebhook'];

/** A new tenant's secret is drawn anew until one attempt commits, and names everything in it: only names differ. */
const founding = entries.endpoints
  .filter(({ contract }) => contract.founds !== undefined)
  .map(({ contract }) => contract.id);
const unnamed = (id: string, text: string | undefined): string | undefined =>
  founding.includes(id) ? text?.replace(/\b(crd|sec|ten|bds)_[\w-]+/g, '$1') : text;

const expectSame = (id: string, seen: PointResult, well: PointResult): void => {
  expect(seen.violations).toEqual([]);
  expect(unnamed(id, seen.books)).toBe(unnamed(id, well.books));
  if (!saysKnown.includes(id)) expect(unnamed(id, seen.answer)).toBe(unnamed(id, well.answer));
};

describe('an entry that writes', () => {
  it('has a scenario, whichever it is', () => {
    expect(Object.keys(scenarios).toSorted()).toEqual(writing.toSorted());
  });

  it.each(writing)('comes to the same books and the same answer wherever it is cut off: %s', async (id) => {
    const well = await runPoint(entries, id, {});
    expect(well.violations).toEqual([]);
    expect(well.boundaries.filter((boundary) => boundary === 'write').length).toBeGreaterThan(0);
    const points = singlePoints(well.boundaries);
    for (const { name, point } of points) {
      const seen = await runPoint(entries, id, point);
      expect(seen.reached, name).toBe(true);
      expect(() => expectSame(id, seen, well), name).not.toThrow();
    }
    expect(points.length).toBeGreaterThan(well.boundaries.length);
  });

  it.runIf(withPairs).each(writing)('comes to the same books after any two faults in a row: %s', async (id) => {
    const well = await runPoint(entries, id, {});
    let reached = 0;
    for (const { name, point } of pairsOfPoints(well.boundaries)) {
      const seen = await runPoint(entries, id, point);
      if (!seen.reached) continue;
      reached += 1;
      expect(() => expectSame(id, seen, well), name).not.toThrow();
    }
    expect(reached).toBeGreaterThan(0);
  });
});
