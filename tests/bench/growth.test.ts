import { describe, expect, it } from 'vitest';
import { type Chain, cloneChain, coreOf } from '../../bench/growth/clone.ts';
import { bigCustomer, kindOf, ownerOf } from '../../bench/growth/grown-book.ts';
import { growthOf, growthTable } from '../../bench/growth/tables.ts';
import { hashOf, type OperationRecord } from '../../functions/_kit/record.ts';

const core = '01jd8x2k7v5m3q9w4t6y8r0z1b';
const record = (seq: number, recordedAt: string, prev: string | null): OperationRecord => ({
  ...{ v: 1, tenant: 'shop-a', aggregate: 'policy', id: `pol_${core}`, seq, operation: 'bindPolicy' },
  ...{ recordedAt, businessAt: recordedAt, actor: { kind: 'partner', id: 'client-1' }, requestId: 'req_1' },
  events: [
    { type: 'x', data: { claimId: `clm_${core}001`, customerId: `cus_${core}`, reference: 'SO-1', on: '2026-11-23' } },
  ] as unknown as OperationRecord['events'],
  ...{ postings: [], prev },
});
const first = record(1, '2026-11-23T08:00:00.000Z', null);
const second = record(2, '2026-11-23T08:00:30.000Z', hashOf(first));
const chain: Chain = [first, second].map((one) => ({ record: one, hash: hashOf(one) }));

describe('a copy of a chain', () => {
  const at = '2026-12-01T00:00:00.000Z';
  const copy = cloneChain(chain, { number: 7, at, customerId: 'cus_someone' });
  it('has ids of its own, the same for a policy and its claim, and another customer', () => {
    const own = coreOf(core, 7);
    expect(own).toMatch(/^[0-9a-z]{26}$/);
    expect(own).not.toBe(coreOf(core, 8));
    expect(copy[0]?.record.id).toBe(`pol_${own}`);
    expect(copy[0]?.record.events[0]?.data).toMatchObject({
      ...{ claimId: `clm_${own}001`, customerId: 'cus_someone', reference: 'SO-00000007' },
    });
  });
  it('happens at its own time, everything as far apart as before, and on the same dates', () => {
    // The second record comes thirty seconds after the first.
    expect(copy.map(({ record: { recordedAt } }) => recordedAt)).toEqual([at, '2026-12-01T00:00:30.000Z']);
    expect(copy[0]?.record.events[0]?.data).toMatchObject({ on: '2026-11-23' });
  });
  it('is chained by its own hashes', () => {
    expect(copy[0]?.record.prev).toBeNull();
    expect(copy[1]?.record.prev).toBe(copy[0]?.hash);
    expect(copy.map(({ record: one }) => hashOf(one))).toEqual(copy.map(({ hash }) => hash));
    expect(copy[0]?.hash).not.toBe(chain[0]?.hash);
  });
});

describe('a grown book', () => {
  const numbers = Array.from({ length: 1_000 }, (_, number) => number);
  const many = (kind: string) => numbers.filter((number) => kindOf(number) === kind).length;
  it('is of what is usual and of what is rare', () => {
    // Of twenty, one is claimed on and three are cancelled; 7 and 507 of a thousand were never paid.
    expect([many('claimed'), many('cancelled'), many('pending'), many('sold')]).toEqual([50, 150, 2, 798]);
  });
  it('gives every tenth policy to one customer and the others five at a time', () => {
    expect(numbers.filter((number) => ownerOf(number) === bigCustomer)).toHaveLength(100);
    expect(new Set([5, 6, 7, 8, 9].map(ownerOf)).size).toBe(1);
    expect(ownerOf(1)).not.toBe(ownerOf(6));
  });
});

describe('what grows', () => {
  const size = (policies: number, read: number, bytes: number, written = 0) => ({
    ...{ policies, found: [{ what: 'getPolicy', read, written, trips: 1, bytes }] },
  });
  const grows = (...sizes: readonly ReturnType<typeof size>[]): string => growthOf(sizes, 'getPolicy');
  it('is more than a rounding unit', () => {
    expect(grows(size(1_000, 2, 900), size(100_000, 3, 900))).toBe('');
    expect(grows(size(1_000, 2, 900), size(100_000, 3.5, 900))).toBe('with the book');
    expect(grows(size(1_000, 2, 900, 5), size(100_000, 2, 900, 7))).toBe('with the book');
  });
  it('or more than a tenth of the bytes, and a hundred for longer numbers', () => {
    // 900 × 1.1 + 100 = 1,090.
    expect(grows(size(1_000, 2, 900), size(100_000, 2, 1_090))).toBe('');
    expect(grows(size(1_000, 2, 900), size(100_000, 2, 1_091))).toBe('with the book');
  });
  it('to a bound is what the largest book takes no more of than the one before', () => {
    expect(grows(size(1_000, 51, 12), size(10_000, 204, 117), size(100_000, 204, 117))).toBe('to a bound');
    expect(grows(size(1_000, 51, 12), size(10_000, 204, 117), size(100_000, 206, 117))).toBe('with the book');
  });
  it('is counted against the goal of none', () => {
    const table = growthTable([size(1_000, 2, 900), size(100_000, 200, 900, 7)], []);
    expect(table.goals?.[0]).toMatchObject({ is: 1, goal: 0, better: 'less' });
    expect(table.rows[0]?.figures).toMatchObject({
      ...{ 'units 1,000': '2', 'units 100,000': '200 + 7', grows: 'with the book' },
    });
    expect(Object.keys(table.rows[0]?.figures ?? {})).toEqual([
      ...['units 1,000', 'units 100,000', 'trips 1,000', 'trips 100,000', 'bytes 1,000', 'bytes 100,000', 'grows'],
    ]);
  });
});
