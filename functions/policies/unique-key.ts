import type { ProductVersion } from '../../domain/products/schema.ts';

type Keyed = { keyed(name: string, value: string): string };

/**
 * The keyed hash under which only one living policy may insure the object: an order, a device, a passenger on a flight.
 * It is made of the fields that the product names, in its order.
 */
export const uniqueKey = (
  product: ProductVersion,
  inputs: Readonly<Record<string, string | number | boolean>>,
  ports: Keyed,
): string => {
  const parts = product.uniqueBy.map((field) => String(inputs[field] ?? ''));
  return ports.keyed(`one ${product.productId}`, parts.join('\n'));
};
