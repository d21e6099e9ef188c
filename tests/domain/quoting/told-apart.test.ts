import { describe, expect, it } from 'vitest';
import { toldApart } from '../../../domain/quoting/told-apart.ts';

const items = (...ids: readonly string[]) => ids.map((itemId) => ({ itemId }));

describe('toldApart', () => {
  it('holds for a basket in which each item has an id of its own', () => {
    expect(toldApart(items('line-1'))).toBe(true);
    expect(toldApart(items('line-1', 'line-2', 'Line-1'))).toBe(true);
  });
  it('does not hold where two items have the same id', () => {
    expect(toldApart(items('line-1', 'line-2', 'line-1'))).toBe(false);
  });
});
