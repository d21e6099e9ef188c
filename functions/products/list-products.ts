import { catalogue, productOf } from '../../domain/products/catalogue.ts';
import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { products } from './contract.ts';

export const endpoint = implement(products.endpoints.listProducts, async () => {
  const newest = catalogue.filter((product) => productOf(product.productId) === product);
  return accept({
    items: newest.map(({ productId, version, status, name, summary }) => ({
      productId,
      version,
      status,
      name,
      summary,
    })),
  });
});
