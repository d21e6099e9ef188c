import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareStrings } from '../../../local/engine/compare.ts';
import { createPartitions } from '../../../local/engine/partitions.ts';

describe('createPartitions', () => {
  it('keeps each partition sorted, one entry for each place, through any writes and removals', () => {
    const step = fc.record({
      write: fc.boolean(),
      partition: fc.constantFrom('p', 'q'),
      sk: fc.constantFrom(...'abcdefgh'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const partitions = createPartitions();
        const model = new Map<string, number>();
        for (const [n, { write, partition, sk }] of steps.entries()) {
          if (write) partitions.write(partition, { order: [sk], item: { n } });
          else partitions.remove(partition, [sk]);
          if (write) model.set(`${partition}${sk}`, n);
          else model.delete(`${partition}${sk}`);
        }
        for (const partition of ['p', 'q']) {
          const expected = [...model].filter(([place]) => place.startsWith(partition));
          expected.sort(([left], [right]) => compareStrings(left, right));
          expect(partitions.list(partition).map(({ item }) => item['n'])).toEqual(expected.map(([, n]) => n));
        }
      }),
    );
  });
});
