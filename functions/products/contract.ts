import { productRefusals } from '../../domain/products/refusals.ts';
import { ProductDetail, ProductList } from '../../domain/products/view/schema.ts';
import { pick } from '../../domain/shared/refusal.ts';
import { capability } from '../_kit/contract.ts';
import { ProductPath, ProductQuery } from './schema.ts';

export const products = capability('products', {
  endpoints: {
    listProducts: {
      method: 'GET',
      path: '/products',
      summary: 'List the products on sale',
      caller: 'partner',
      scope: 'products:read',
      response: ProductList,
      success: 200,
      refusals: {},
      reads: [],
      writes: [],
      emits: [],
      uses: [],
      ifBroken: 'Partners cannot see what they may sell.',
      promise: 'partners-can-sell',
    },
    getProduct: {
      method: 'GET',
      path: '/products/{productId}',
      summary: 'Get a product with its forms, coverages and disclosures',
      description:
        'Everything that a checkout must show: questions, coverages, exclusions, cancellation rules and texts with their content hashes.',
      caller: 'partner',
      scope: 'products:read',
      params: ProductPath,
      query: ProductQuery,
      response: ProductDetail,
      success: 200,
      refusals: pick(productRefusals, 'product-not-found'),
      reads: [],
      writes: [],
      emits: [],
      uses: [],
      ifBroken: 'Checkouts cannot show the texts that the buyer must acknowledge.',
      promise: 'partners-can-sell',
    },
  },
});
