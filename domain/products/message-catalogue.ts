import deviceProtection from './catalogue/device-protection-messages.json' with { type: 'json' };
import flightDelay from './catalogue/flight-delay-messages.json' with { type: 'json' };
import returnFreight from './catalogue/return-freight-messages.json' with { type: 'json' };
import type { ProductMessages } from './messages/schema.ts';

/** Proved by review and test, as the products are. */
const reviewed = (document: unknown): ProductMessages => document as ProductMessages;

/** What customers of the starting catalogue are written, and when. It stands apart so that a quote does not load it. */
export const messageCatalogue: readonly ProductMessages[] = [returnFreight, deviceProtection, flightDelay].map(
  reviewed,
);

/** The messages of exactly this version: a policy keeps those that it was bound on. A missing one is a bug. */
export const messagesOf = ({ productId, version }: Pick<ProductMessages, 'productId' | 'version'>): ProductMessages => {
  const found = messageCatalogue.find((one) => one.productId === productId && one.version === version);
  if (!found) throw new Error(`no messages for ${productId} version ${version}`);
  return found;
};
