import { describe, expect, it } from 'vitest';
import { checkLink } from '../../../domain/audit/check-link.ts';

const head = { seq: 2, hash: 'b' };

describe('checkLink', () => {
  it.each([
    ['the next record that names the head', { seq: 3, prev: 'b', hash: 'c' }, 'append'],
    ['a next record that names another', { seq: 3, prev: 'x', hash: 'c' }, 'broken'],
    ['a next record that names none', { seq: 3, prev: null, hash: 'c' }, 'broken'],
    ['the head itself, once more', { seq: 2, prev: 'a', hash: 'b' }, 'drop'],
    ['another record in the place of the head', { seq: 2, prev: 'a', hash: 'x' }, 'broken'],
    ['a record that was appended long ago', { seq: 1, prev: null, hash: 'a' }, 'drop'],
    ['a record that comes too early', { seq: 4, prev: 'c', hash: 'd' }, 'gap'],
    ['a record before the first', { seq: 0, prev: null, hash: 'z' }, 'broken'],
  ] as const)('judges %s', (_what, link, verdict) => {
    expect(checkLink(head, link)).toBe(verdict);
  });

  it('begins a chain with a record that has nothing before it', () => {
    const none = { seq: 0, hash: null };
    expect(checkLink(none, { seq: 1, prev: null, hash: 'a' })).toBe('append');
    expect(checkLink(none, { seq: 1, prev: 'x', hash: 'a' })).toBe('broken');
  });
});
