import type { products } from '../../../functions/products/contract.ts';
import type { Generator } from './generator.ts';

export const productsGenerators: Readonly<Record<keyof typeof products.endpoints, Generator>> = {
  listProducts: { weight: 0.1, draw: () => ({}) },
  getProduct: {
    weight: 0.1,
    draw: ({ chance }) => ({ params: { productId: chance.pick(['return-freight', 'flight-delay', 'no-such']) } }),
  },
};
