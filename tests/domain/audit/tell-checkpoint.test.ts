import { describe, expect, it } from 'vitest';
import { evolveCheckpoints } from '../../../domain/audit/evolve-checkpoints.ts';
import type { Checkpoint } from '../../../domain/audit/schema.ts';
import { tellCheckpoint } from '../../../domain/audit/tell-checkpoint.ts';

const checkpointId = `chk_${'0'.repeat(26)}`;
const signed = (number: number): Checkpoint => ({
  ...{ v: 2, tenant: 'shop-a', number, previous: null, at: '2026-11-23T08:10:00.000Z' },
  ...{ feedEnd: number * 3, root: 'a'.repeat(64) },
});
const tell = (number: number) => ({ checkpointId, checkpoint: signed(number), statement: 'a.b.c' });
const toldUpTo = (number: number) => evolveCheckpoints(undefined, { type: 'checkpoint.signed', data: tell(number) });

describe('tellCheckpoint', () => {
  it('tells of the first checkpoint, and of each one after it', () => {
    const event = (number: number) => [{ type: 'checkpoint.signed', data: tell(number) }];
    expect(tellCheckpoint(undefined, tell(1))).toEqual({ events: event(1), postings: [] });
    expect(tellCheckpoint(toldUpTo(1), tell(2)).events).toEqual(event(2));
  });
  it('tells no checkpoint twice, and none that lies behind', () => {
    expect(tellCheckpoint(toldUpTo(2), tell(2)).events).toEqual([]);
    expect(tellCheckpoint(toldUpTo(2), tell(1)).events).toEqual([]);
  });
});
