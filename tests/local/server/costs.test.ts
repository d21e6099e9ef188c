import { describe, expect, it } from 'vitest';
import type { TableClient } from '../../../functions/_storage/client.ts';
import { endpoint as registerCustomer } from '../../../functions/customers/register-customer.ts';
import { type Cost, comparedWithNaive } from '../../../local/server/naive-shape.ts';
import { operationBook } from '../../../local/server/operation-book.ts';
import { aPerson } from '../../support/people.ts';
import { sellingEndpoints } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const costsOf = async (work: (world: Awaited<ReturnType<typeof aWorld>>) => Promise<unknown>) => {
  const costs: Cost[] = [];
  const through = (client: TableClient) => comparedWithNaive(client, (cost) => void costs.push(cost));
  await work(await aWorld([...sellingEndpoints, registerCustomer], { through }));
  return costs;
};

describe('comparedWithNaive', () => {
  it('tells of each commit what the table says it cost, and what five whole items would have', async () => {
    const costs = await costsOf(({ call }) => call('registerCustomer', { body: aPerson() }));
    expect(costs).toHaveLength(1);
    const [cost] = costs;
    expect(cost?.operation).toBe('registerCustomer');
    // State, record and answer with two index entries, wrapped key and unique item: nothing is below two units.
    expect(cost?.units).toBeGreaterThanOrEqual(10);
    // State, answer, outbox, audit and dedupe of one kilobyte each at least, with the wrapped key and the unique item.
    expect(cost?.naive).toBeGreaterThanOrEqual(14);
  });
  it('says nothing of a refusal that was only remembered', async () => {
    const costs = await costsOf(async ({ call }) => {
      await call('registerCustomer', { body: aPerson() });
      const again = await call('registerCustomer', { body: aPerson() });
      expect(again.status).toBe(409);
    });
    expect(costs).toHaveLength(1);
  });
});

describe('operationBook', () => {
  const line = (ms: number, outcome = 'ok', level = 'info') => ({
    ...{ level, operation: 'bindPolicy', outcome, ms, readUnits: 6 },
  });
  it('counts calls, percentiles, failures, and the units of what was done', () => {
    const book = operationBook();
    for (let ms = 1; ms <= 100; ms += 1) book.note(line(ms));
    book.note(line(500, 'internal', 'error'));
    book.noteCommit({ operation: 'bindPolicy', units: 14, naive: 22 });
    book.noteCommit({ operation: 'bindPolicy', units: 12, naive: 20 });
    expect(book.report()).toEqual([
      {
        ...{ operation: 'bindPolicy', calls: 101, failures: 1 },
        ...{ ms: { p50: 51, p99: 100 }, readUnits: 6 },
        ...{ commits: 2, writeUnits: 13, naiveWriteUnits: 21 },
      },
    ]);
  });
  it('leaves out lines that tell of no call', () => {
    const book = operationBook();
    book.note({ level: 'error', bug: 'something' });
    expect(book.report()).toEqual([]);
  });
});
