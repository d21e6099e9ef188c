import * as z from 'zod';
import { inDigits } from '../../domain/shared/schema.ts';

export const ProductPath = z.strictObject({
  productId: z.string().max(64).meta({ description: 'The product.', example: 'device-protection' }),
});
export const ProductQuery = z.strictObject({
  version: inDigits(z.int().positive()).optional().meta({ description: 'A version; the newest if absent.' }),
});
