import { describe, expect, it } from 'vitest';
import { Checkpoint, SignedWindow } from '../../../domain/audit/schema.ts';
import { isUnchanged, nextCheckpoint, signedWindow } from '../../../domain/audit/sign-checkpoint.ts';

const hash = 'a'.repeat(64);
const given = { tenant: 'shop-a', at: '2026-11-23T08:10:00.000Z', feedEnd: 9, windowHash: 'b'.repeat(64) };

describe('nextCheckpoint', () => {
  it('begins with number 1 and nothing before it', () => {
    expect(Checkpoint.parse(nextCheckpoint(undefined, given))).toEqual({
      v: 1,
      tenant: 'shop-a',
      number: 1,
      previous: null,
      at: given.at,
      feedEnd: 9,
      window: given.windowHash,
    });
  });

  it('follows the last one and names it by its hash', () => {
    const next = nextCheckpoint({ number: 4, hash, feedEnd: 7 }, given);
    expect(next).toMatchObject({ number: 5, previous: hash });
  });
});

describe('signedWindow', () => {
  it('names each record of the feed by kind, id, number and hash, in the order of the feed', () => {
    const entries = [
      { aggregate: 'policy', id: 'pol_2', seq: 1, hash },
      { aggregate: 'alert', id: 'alr_9', seq: 3, hash },
    ];
    expect(SignedWindow.parse(signedWindow(entries))).toEqual([
      ['policy', 'pol_2', 1, hash],
      ['alert', 'alr_9', 3, hash],
    ]);
  });
});

describe('isUnchanged', () => {
  it('says so only while the feed has not grown since the last checkpoint', () => {
    expect(isUnchanged(undefined, 0)).toBe(true);
    expect(isUnchanged(undefined, 1)).toBe(false);
    expect(isUnchanged({ number: 1, hash, feedEnd: 9 }, 9)).toBe(true);
    expect(isUnchanged({ number: 1, hash, feedEnd: 9 }, 10)).toBe(false);
  });
});
