import { describe, expect, it } from 'vitest';
import { Checkpoint } from '../../../domain/audit/schema.ts';
import { followsOn, isOnlyTelling, isUnchanged, nextCheckpoint } from '../../../domain/audit/sign-checkpoint.ts';

const hash = 'a'.repeat(64);
const given = { tenant: 'shop-a', at: '2026-11-23T08:10:00.000Z', feedEnd: 9, root: 'b'.repeat(64) };

describe('nextCheckpoint', () => {
  it('begins with number 1 and nothing before it', () => {
    expect(Checkpoint.parse(nextCheckpoint(undefined, given))).toEqual({
      v: 2,
      tenant: 'shop-a',
      number: 1,
      previous: null,
      at: given.at,
      feedEnd: 9,
      root: given.root,
    });
  });

  it('follows the last one and names it by its hash', () => {
    const next = nextCheckpoint({ number: 4, hash, feedEnd: 7 }, given);
    expect(next).toMatchObject({ number: 5, previous: hash });
  });
});

describe('followsOn', () => {
  const last = { number: 4, hash, feedEnd: 7 };
  const found = nextCheckpoint(last, given);

  it('takes a checkpoint of an attempt before for ours, though the feed has grown since', () => {
    expect(followsOn(last, found, { tenant: 'shop-a', feedEnd: 9 })).toBe(true);
    expect(followsOn(last, found, { tenant: 'shop-a', feedEnd: 12 })).toBe(true);
    expect(followsOn(undefined, nextCheckpoint(undefined, given), given)).toBe(true);
  });

  it.each([
    ['of another tenant', { ...found, tenant: 'shop-b' }],
    ['with another number', { ...found, number: 6 }],
    ['that names another one before it', { ...found, previous: 'c'.repeat(64) }],
    ['that covers nothing new', { ...found, feedEnd: 7 }],
    ['that covers more than there is', { ...found, feedEnd: 13 }],
  ])('takes none %s', (_what, other) => {
    expect(followsOn(last, other, { tenant: 'shop-a', feedEnd: 12 })).toBe(false);
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

describe('isOnlyTelling', () => {
  const told = { aggregate: 'checkpoint' };
  it('is so of what a checkpoint itself adds to the feed, and of nothing', () => {
    for (const since of [[], [told], [told, told]]) expect(isOnlyTelling(since)).toBe(true);
  });
  it('is not so as soon as anything else happened, or more than one tick can tell', () => {
    for (const since of [[{ aggregate: 'policy' }], [told, { aggregate: 'alert' }], [told, told, told]])
      expect(isOnlyTelling(since)).toBe(false);
  });
});
