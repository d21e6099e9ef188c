import deviceProtection from './catalogue/device-protection.json' with { type: 'json' };
import flightDelay from './catalogue/flight-delay.json' with { type: 'json' };
import returnFreight from './catalogue/return-freight.json' with { type: 'json' };
import type { ProductVersion } from './schema.ts';

/** Documents are proved to be products by review and by a test; checking them again would slow every start. */
const reviewed = (document: unknown): ProductVersion => document as ProductVersion;

/** The starting catalogue (catalogue 5.1 to 5.3): all that quoting needs, every version that was ever sold. */
export const catalogue: readonly ProductVersion[] = [returnFreight, deviceProtection, flightDelay].map(reviewed);

/** The named version of a product, or its newest one. */
export const productOf = (productId: string, version?: number): ProductVersion | undefined =>
  catalogue
    .filter((product) => product.productId === productId && (version ?? product.version) === product.version)
    .reduce<ProductVersion | undefined>((best, next) => (best && best.version > next.version ? best : next), undefined);
