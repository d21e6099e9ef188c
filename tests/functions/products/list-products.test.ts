import { describe, expect, it } from 'vitest';
import { endpoint } from '../../../functions/products/list-products.ts';
import { aWorld } from '../../support/world.ts';

describe('listProducts', () => {
  it('lists what is on sale, once each and in both languages', async () => {
    const world = await aWorld([endpoint]);
    const { items } = (await world.call('listProducts')).body as { items: { productId: string; name: object }[] };
    expect(items.map(({ productId }) => productId).toSorted()).toEqual([
      'device-protection',
      'flight-delay',
      'return-freight',
    ]);
    for (const { name } of items) expect(name).toMatchObject({ en: expect.any(String), 'zh-CN': expect.any(String) });
  });
});
