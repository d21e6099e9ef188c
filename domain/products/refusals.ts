import type { RefusalCatalogue } from '../shared/refusal.ts';

export const productRefusals = {
  'product-not-found': {
    kind: 'not-found',
    title: 'No such product',
    titleZh: '产品不存在',
    happened: 'There is no product with this id, or it never had this version.',
    remedy: 'List the products with GET /v1/products and use one of their ids.',
    example: { productId: 'device-protection' },
  },
} as const satisfies RefusalCatalogue;
