import { describe, expect, it } from 'vitest';
import { type BasketItem, factsInBasket } from '../../../domain/policies/bind-basket.ts';

const item = (policyId: string, hold: string, facts: Partial<BasketItem['facts']> = {}): BasketItem => ({
  facts: { policyExists: false, customerExists: true, holders: [undefined], ...facts },
  request: { policyId, holds: [hold] },
});

describe('an item of a basket', () => {
  it('stands as it does alone where the items before it are about other things', () => {
    const items = [item('pol_1', 'order-1'), item('pol_2', 'order-2')];
    expect(factsInBasket(items, 1)).toEqual(items[1]?.facts);
  });

  it('is insured already where an item before it insures the same thing', () => {
    const items = [item('pol_1', 'order-1'), item('pol_2', 'order-1')];
    expect(factsInBasket(items, 0).holders).toEqual([undefined]);
    expect(factsInBasket(items, 1).holders).toEqual(['pol_1']);
  });

  it('is bound already where an item before it is on the same offer', () => {
    const items = [item('pol_1', 'order-1'), item('pol_1', 'order-1')];
    expect(factsInBasket(items, 1)).toMatchObject({ policyExists: true, holders: ['pol_1'] });
  });

  it('keeps what the table says of it', () => {
    const items = [item('pol_1', 'order-1'), item('pol_2', 'order-1', { holders: ['pol_0'], policyExists: true })];
    expect(factsInBasket(items, 1)).toMatchObject({ policyExists: true, holders: ['pol_0'] });
  });

  it('that is not there is a bug', () => {
    expect(() => factsInBasket([], 0)).toThrow('A basket of 0 has no item 0.');
  });
});
