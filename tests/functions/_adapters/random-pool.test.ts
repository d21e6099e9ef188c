import { describe, expect, it } from 'vitest';
import { randomPool } from '../../../functions/_adapters/random-pool.ts';

/** Fills a pool with 1, 2, 3 … so that it is seen which bytes are given out. */
const counting = () => {
  const pools: Uint8Array[] = [];
  let count = 0;
  const fill = (pool: Uint8Array): void => {
    pools.push(pool);
    for (let at = 0; at < pool.length; at += 1) {
      count += 1;
      pool[at] = count % 251;
    }
  };
  return { fill, pools };
};

describe('randomPool', () => {
  it('gives every byte once, and fetches anew when too few are left', () => {
    const { fill, pools } = counting();
    const random = randomPool(fill);
    expect([...random(3), ...random(2)]).toEqual([1, 2, 3, 4, 5]);
    expect(pools).toHaveLength(1);
    // 4,096 bytes hold 5 and 4,088 more; 4 would not fit.
    expect(random(4_088)).toHaveLength(4_088);
    expect([...random(4)]).toEqual([4_097, 4_098, 4_099, 4_100].map((one) => one % 251));
    expect(pools).toHaveLength(2);
  });
  it('keeps nothing of what it gave', () => {
    const { fill, pools } = counting();
    const given = randomPool(fill)(16);
    expect([...(pools[0]?.subarray(0, 17) ?? [])]).toEqual([...Array(16).fill(0), 17]);
    expect([...given]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
  });
  it('gives bytes of the machine, as many as are asked for', () => {
    const random = randomPool();
    expect(new Set(Array.from({ length: 2_000 }, () => Buffer.from(random(16)).toString('hex'))).size).toBe(2_000);
    expect(random(10_000)).toHaveLength(10_000);
  });
});
