import { describe, expect, it } from 'vitest';
import { evolveCheckpoints } from '../../../domain/audit/evolve-checkpoints.ts';

describe('evolveCheckpoints', () => {
  it('stands at the checkpoint that was told last, and keeps no signature', () => {
    const checkpointId = `chk_${'0'.repeat(26)}`;
    const common = { v: 2, tenant: 'shop-a', previous: null, at: '2026-11-23T08:10:00.000Z' } as const;
    const told = (number: number, feedEnd: number) => ({
      type: 'checkpoint.signed' as const,
      data: { checkpointId, checkpoint: { ...common, number, feedEnd, root: 'a'.repeat(64) }, statement: 'a.b.c' },
    });
    const first = evolveCheckpoints(undefined, told(1, 4));
    expect(evolveCheckpoints(first, told(2, 9))).toEqual({
      ...{ checkpointId, number: 2, at: common.at, feedEnd: 9, root: 'a'.repeat(64) },
    });
  });
});
