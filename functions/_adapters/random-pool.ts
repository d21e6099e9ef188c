import { randomBytes, randomFillSync } from 'node:crypto';

const poolBytes = 4_096;

/**
 * Random bytes of the machine, fetched many at a time: a request needs some short ids, and a fetch takes as long as
 * twenty of them. What was given out is wiped from the pool, so that it is nowhere but with whoever asked.
 */
export const randomPool = (fill: (pool: Uint8Array) => unknown = randomFillSync): ((bytes: number) => Uint8Array) => {
  const pool = new Uint8Array(poolBytes);
  let next = poolBytes;
  return (bytes) => {
    if (bytes > poolBytes) return randomBytes(bytes);
    if (next + bytes > poolBytes) {
      fill(pool);
      next = 0;
    }
    const given = pool.slice(next, next + bytes);
    pool.fill(0, next, next + bytes);
    next += bytes;
    return given;
  };
};
