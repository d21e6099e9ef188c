import * as z from 'zod';
import { productRefusals } from '../../domain/products/refusals.ts';
import { ProductDetail, ProductList } from '../../domain/products/view/schema.ts';
import { pick } from '../../domain/shared/refusal.ts';
import { inDigits } from '../../domain/shared/schema.ts';
import { capability } from '../_kit/contract.ts';

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
      params: z.strictObject({
        productId: z.string().max(64).meta({ description: 'The product.', example: 'device-protection' }),
      }),
      query: z.strictObject({
        version: inDigits(z.int().positive()).optional().meta({ description: 'A version; the newest if absent.' }),
      }),
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
