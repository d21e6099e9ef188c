import * as z from 'zod';

/** A short name that stays the same for ever: partners and clauses refer to it. */
export const Code = z
  .string()
  .regex(/^[a-z0-9]+([-_][a-z0-9]+)*$/)
  .meta({ description: 'A stable code.', example: 'known-delay' });

/** Names a product; it stands apart so that a quote need not load what a whole product document looks like. */
export const ProductId = Code.meta({ id: 'ProductId', description: 'A product.', example: 'device-protection' });
