import { describe, expect, it } from 'vitest';
import { processorMsIn, processorMsOf } from '../../../local/load/processor-time.ts';

describe('the processor time of a program', () => {
  it('is the sum of its own and the system’s, whatever its name is', () => {
    // utime and stime are fields 14 and 15, in hundredths of a second: (250 + 30) x 10 ms.
    const stat = '77 (a (b) c) S 1 77 77 0 -1 4194560 9 0 0 0 250 30 5 6 20 0 11 0 100 1 2';
    expect(processorMsIn(stat)).toBe(2_800);
  });
  it('is not known of a program that is not there', () => {
    expect(processorMsOf(0)).toBeUndefined();
  });
});
