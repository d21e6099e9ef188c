import { describe, expect, it } from 'vitest';
import { loadEntries } from '../../local/entries.ts';
import { pairsOfPoints, singlePoints } from './crash-points/points.ts';
import { type PointResult, runPoint } from './crash-points/run-point.ts';
import { scenarios } from './crash-points/scenarios.ts';
import { unnamed } from './crash-points/unnamed.ts';

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

/** Entries that may answer a second time that they know it already, or how a second attempt went. */
const saysKnown = ['receivePaymentWebhook', 'pingWebhookEndpoint', 'resendDelivery', 'fireEvent'];

/** Of commands that make a tenant, only names may differ. */
const bare = (id: string, text = 'no answer'): string => {
  const endpoint = entries.endpoints.find(({ contract }) => contract.id === id);
  return endpoint === undefined ? text : unnamed(endpoint, text);
};

const expectSame = (id: string, seen: PointResult, well: PointResult): void => {
  expect(seen.violations).toEqual([]);
  expect(bare(id, seen.books)).toBe(bare(id, well.books));
  if (!saysKnown.includes(id)) expect(bare(id, seen.answer)).toBe(bare(id, well.answer));
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
