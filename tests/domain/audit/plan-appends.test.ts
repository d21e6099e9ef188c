import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Announced, type Found, numbersToRead, planAppends } from '../../../domain/audit/plan-appends.ts';

const hash = (seq: number): string | null => (seq === 0 ? null : `h${seq}`);
const announced = (seq: number): Announced => ({ seq, hash: `h${seq}` });
const sound = (seq: number, change: object = {}): Found<number> => ({
  sound: true,
  link: { seq, prev: hash(seq - 1), hash: `h${seq}`, ...change },
  value: seq,
});
/** A sound chain of so many records, as the table holds it. */
const chainOf = (length: number) =>
  new Map(Array.from({ length }, (_, at): [number, Found<number>] => [at + 1, sound(at + 1)]));
const at = (seq: number) => ({ seq, hash: hash(seq) });

describe('planAppends', () => {
  it('appends the next record', () => {
    expect(planAppends(at(2), [announced(3)], chainOf(3))).toEqual({
      appends: [3],
      reached: 3,
      broken: undefined,
      contradicted: [],
    });
  });

  it('appends the missing ones first when a record comes too early', () => {
    expect(planAppends(at(1), [announced(4)], chainOf(4)).appends).toEqual([2, 3, 4]);
  });

  it('appends each record once, in order, when some come twice and in disorder', () => {
    const plan = planAppends(at(0), [announced(3), announced(1), announced(3), announced(2)], chainOf(3));
    expect(plan.appends).toEqual([1, 2, 3]);
  });

  it('drops what was appended already', () => {
    expect(planAppends(at(3), [announced(3), announced(1)], chainOf(3))).toMatchObject({
      appends: [],
      contradicted: [],
    });
  });

  it('stops at a record that the table lacks', () => {
    const table = chainOf(4);
    table.delete(2);
    const plan = planAppends(at(0), [announced(4)], table);
    expect(plan).toMatchObject({ appends: [1], reached: 1, broken: { seq: 2, reason: 'record-missing' } });
  });

  it('stops at a record whose bytes were altered', () => {
    const table = chainOf(4).set(3, { sound: false });
    const plan = planAppends(at(1), [announced(4)], table);
    expect(plan).toMatchObject({ appends: [2], reached: 2, broken: { seq: 3, reason: 'record-altered' } });
  });

  it('stops at a record that does not name the one before', () => {
    const table = chainOf(3).set(3, sound(3, { prev: 'x' }));
    expect(planAppends(at(2), [announced(3)], table)).toMatchObject({ broken: { seq: 3, reason: 'link-differs' } });
  });

  it('appends what the table holds, and reports an event that says otherwise', () => {
    const plan = planAppends(at(2), [{ seq: 3, hash: 'forged' }], chainOf(3));
    expect(plan).toMatchObject({ appends: [3], contradicted: [{ seq: 3, reason: 'announced-differs' }] });
  });

  it('reports a record in the place of the head that is not the head', () => {
    const plan = planAppends({ seq: 3, hash: 'other' }, [announced(3)], chainOf(3));
    expect(plan.contradicted).toEqual([{ seq: 3, reason: 'head-differs' }]);
  });

  it('catches up with 200 records in a turn, and leaves the rest for the next', () => {
    const table = chainOf(500);
    const first = planAppends(at(0), [announced(500)], table);
    expect(first).toMatchObject({ reached: 200, broken: undefined });
    expect(planAppends(at(200), [announced(500)], table).reached).toBe(400);
  });

  it('reads no further for a wild number than for a late one', () => {
    expect(numbersToRead(at(0), [announced(1_000_000_000)])).toHaveLength(201);
  });

  it('reaches the end of the chain once, whatever is delivered in whatever order and however often', () => {
    const deliveries = fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }));
    fc.assert(
      fc.property(deliveries, (batches) => {
        const table = chainOf(12);
        const appended: number[] = [];
        for (const batch of [...batches, [12]]) {
          const plan = planAppends(at(appended.length), batch.map(announced), table);
          appended.push(...plan.appends);
        }
        expect(appended).toEqual([...table.keys()]);
      }),
    );
  });
});
