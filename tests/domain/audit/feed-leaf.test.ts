import { describe, expect, it } from 'vitest';
import { feedLeaf } from '../../../domain/audit/feed-leaf.ts';
import { canonicalJson } from '../../../functions/_kit/record.ts';

describe('feedLeaf', () => {
  it('is the canonical JSON of kind, id, number and hash, and of nothing else', () => {
    const hash = 'a'.repeat(64);
    const entry = { aggregate: 'policy', id: 'pol_2', seq: 1, hash };
    expect(feedLeaf(entry)).toBe(`["policy","pol_2",1,"${hash}"]`);
    expect(feedLeaf(entry)).toBe(canonicalJson(['policy', 'pol_2', 1, hash]));
  });
});
