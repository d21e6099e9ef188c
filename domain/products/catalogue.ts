import deviceProtection from './catalogue/device-protection.json' with { type: 'json' };
import flightDelay from './catalogue/flight-delay.json' with { type: 'json' };
import returnFreight from './catalogue/return-freight.json' with { type: 'json' };
import type { ProductVersion } from './schema.ts';

/** Documents are proved to be products by review and by a test; checking them again would slow every start. */
const reviewed = (document: unknown): ProductVersion => document as ProductVersion;

/** The starting catalogue (catalogue 5.1 to 5.3): all that quoting needs, every version that was ever sold. */
export const catalogue: readonly ProductVersion[] = [returnFreight, deviceProtection, flightDelay].map(reviewed);

const newestFirst = catalogue.toSorted((one, other) => other.version - one.version);
const byId: ReadonlyMap<string, readonly ProductVersion[]> = Map.groupBy(newestFirst, ({ productId }) => productId);

/** The named version of a product, or its newest one. */
export const productOf = (productId: string, version?: number): ProductVersion | undefined => {
  const versions = byId.get(productId);
  return version === undefined ? versions?.[0] : versions?.find((one) => one.version === version);
};
