import { describe, expect, it } from 'vitest';
import { offeredOnce, takenOrDeclined } from '../../../domain/baskets/checks.ts';

const offers = (...tokens: readonly string[]) => tokens.map((offer) => ({ offer }));

describe('offeredOnce', () => {
  it('holds where every offer stands once', () => {
    expect(offeredOnce([])).toBe(true);
    expect(offeredOnce(offers('a', 'b', 'A'))).toBe(true);
  });
  it('does not hold where one stands twice', () => {
    expect(offeredOnce(offers('a', 'b', 'a'))).toBe(false);
  });
});

describe('takenOrDeclined', () => {
  it('holds where what is taken and what is declined are different offers', () => {
    expect(takenOrDeclined({ items: offers('a') })).toBe(true);
    expect(takenOrDeclined({ items: offers('a'), optOuts: offers('b') })).toBe(true);
  });
  it('does not hold where an offer is taken and declined at once', () => {
    expect(takenOrDeclined({ items: offers('a', 'b'), optOuts: offers('c', 'b') })).toBe(false);
  });
});
