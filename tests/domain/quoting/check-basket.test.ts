import { describe, expect, it } from 'vitest';
import { productOf } from '../../../domain/products/catalogue.ts';
import { checkBasket } from '../../../domain/quoting/check-basket.ts';
import { device, deviceOptions, order } from './samples.ts';

describe('checkBasket', () => {
  it('has nothing against a sound basket', () => {
    const items = [
      { itemId: 'a', productId: 'device-protection', insuredObject: device, options: deviceOptions },
      { itemId: 'b', productId: 'return-freight', insuredObject: order },
    ];
    expect(checkBasket({ items }, productOf)).toEqual([]);
  });

  it('points into the item, the form and the field', () => {
    const items = [
      { itemId: 'a', productId: 'term-life', insuredObject: {} },
      {
        itemId: 'b',
        productId: 'return-freight',
        insuredObject: { ...order, distance: 'moon' },
        options: { gift: true },
      },
      { itemId: 'c', productId: 'device-protection', insuredObject: device },
    ];
    expect(checkBasket({ items }, productOf).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/items/0/productId unknown-product',
      '/items/1/insuredObject/distance not-an-option',
      '/items/1/options/gift unknown-field',
      '/items/2/options/plan required',
      '/items/2/options/deductible required',
    ]);
  });
});
