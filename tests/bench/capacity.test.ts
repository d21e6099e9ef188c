import { describe, expect, it } from 'vitest';
import { naiveKeys } from '../../bench/capacity/naive-table.ts';
import { offersIn, productsOf, tokensOf } from '../../bench/capacity/offers.ts';
import { heard, ledger, unitsOf } from '../../bench/capacity/spent.ts';
import { operationsTable, ownWorkTable, untoldTable, weighed } from '../../bench/capacity/tables.ts';
import { BatchGetCommand, PutCommand, QueryCommand } from '../../functions/_storage/commands.ts';

const spent = (ours: [number, number, number], naive: [number, number, number]) => {
  const [of, other] = [ours, naive].map(([write, read, trips]) => ({ write, read, trips }));
  if (of === undefined || other === undefined) throw new Error('Both sides are given.');
  return { ours: of, naive: other };
};

describe('what is counted', () => {
  it('adds the units of one table and of several', () => {
    expect(unitsOf({ ConsumedCapacity: { CapacityUnits: 1.5 } })).toBe(1.5);
    expect(unitsOf({ ConsumedCapacity: [{ CapacityUnits: 4 }, { CapacityUnits: 0.5 }] })).toBe(4.5);
    expect(unitsOf({})).toBe(0);
  });
  it('asks every command what it costs, and knows reads from writes', async () => {
    const book = ledger();
    const asked: unknown[] = [];
    const client = heard(
      {
        send: async (command) => {
          asked.push((command as { input: object }).input);
          return { ConsumedCapacity: { CapacityUnits: 2 } };
        },
      },
      book.hear('ours'),
    );
    const { spent: outer } = await book.during(async () => {
      await client.send(new PutCommand({ TableName: 't', Item: { pk: 'a' } }));
      // What happens within belongs to the one within alone.
      const { spent: inner } = await book.during(() => client.send(new QueryCommand({ TableName: 't' })));
      expect(inner.ours).toEqual({ read: 2, write: 0, trips: 1 });
      await client.send(new BatchGetCommand({ RequestItems: {} }));
    });
    expect(outer.ours).toEqual({ read: 2, write: 2, trips: 2 });
    expect(outer.naive).toEqual({ read: 0, write: 0, trips: 0 });
    expect(asked).toHaveLength(3);
    for (const input of asked) expect(input).toMatchObject({ ReturnConsumedCapacity: 'TOTAL' });
  });
});

describe('the naive shape', () => {
  it('does not read the first record beside a state, and does read one that is asked for itself', () => {
    const state = { pk: 'T#a#POL#1', sk: 'STATE' };
    const first = { pk: 'T#a#POL#1', sk: 'OP#0000000001' };
    const other = { pk: 'T#a#POL#2', sk: 'OP#0000000001' };
    expect(naiveKeys([state, first, other])).toEqual([state, other]);
  });
  it('knows the offers that a body makes something of', () => {
    expect(offersIn({ offer: 'one' })).toEqual(['one']);
    expect(offersIn({ items: [{ offer: 'one' }, { operation: 'x' }], optOuts: [{ offer: 'two' }] })).toEqual([
      'one',
      'two',
    ]);
    expect(offersIn(undefined)).toEqual([]);
  });
  it('knows what a quote asks for and what it answers', () => {
    expect(productsOf({ body: { items: [{ productId: 'return-freight' }] } })).toEqual(['return-freight']);
    expect(tokensOf({ body: { items: [{ offer: { token: 'one' } }, { refusal: {} }] } })).toEqual(['one']);
  });
});

describe('the tables', () => {
  const bind = { operation: 'bindPolicy', spent: spent([12, 6, 2], [26, 6, 7]), reported: { read: 6, write: 12 } };
  it('weighs a write as five reads', () => {
    // 12 × 5 + 6 = 66; 26 × 5 + 6 = 136; 136 / 66 = 2.06.
    expect(weighed(bind.spent.ours)).toBe(66);
    const [row] = operationsTable([bind], []).rows;
    expect(row?.figures['× cheaper']).toBeCloseTo(2.06, 2);
  });
  it('says of what costs nothing that it is free, and divides by no zero', () => {
    const quote = { operation: 'createQuote', spent: spent([0, 0, 0], [1, 0.5, 2]), reported: { read: 0, write: 0 } };
    const health = { operation: 'getHealth', spent: spent([0, 0, 0], [0, 0, 0]), reported: { read: 0, write: 0 } };
    const { rows, goals } = operationsTable([quote, health], []);
    expect(rows.map(({ figures }) => figures['× cheaper'])).toEqual(['free', '–']);
    expect(goals).toMatchObject([
      {
        ...{ what: 'a quote', is: 0, goal: 0, stretch: 0, better: 'less', unit: 'units' },
        headline: { ours: '0 units', theirs: '1.50 units' },
      },
    ]);
  });
  it('shows the goals with what was measured', () => {
    expect(operationsTable([bind], []).goals?.map(({ what, is, goal }) => [what, is, goal])).toEqual([
      ['written for a bind', 12, 5],
      ['round trips of a bind', 2, 1],
    ]);
  });
  it('names only lines that tell of less than the table charged', () => {
    const proof = { operation: 'getProof', spent: spent([0, 3, 3], [0, 3, 3]), reported: { read: 1, write: 0 } };
    expect(untoldTable([bind, proof]).rows.map(({ what }) => what)).toEqual(['getProof']);
  });
  it('takes means by entry, and names what never moved', () => {
    const taken = [
      { entry: 'drainDue', spent: spent([1, 30, 31], [1, 30, 31]) },
      { entry: 'drainDue', spent: spent([3, 10, 11], [1, 30, 31]) },
    ];
    const { rows, notes } = ownWorkTable(taken, ['drainDue', 'driveClock']);
    expect(rows[0]?.figures).toMatchObject({ times: 2, WRU: 2, RRU: 20, trips: 21 });
    expect(notes?.[1]).toBe('Nothing on this stage moves driveClock.');
  });
});
