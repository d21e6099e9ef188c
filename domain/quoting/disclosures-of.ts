import type { QuotableProduct } from '../products/quotable/schema.ts';
import { onceFor } from '../shared/once-for.ts';
import type { OfferedDisclosure } from './schema.ts';

/**
 * What the buyer has to be shown. The hash fixes it: code, product version, title and text in both languages; the
 * exemptions are the exclusions themselves, so the two can never differ. `hash` is SHA-256 in base64url.
 */
export const disclosuresOf = (product: QuotableProduct, hash: Hash): OfferedDisclosure[] => hashedBy(hash)(product);

type Hash = (text: string) => string;

/** They are the same for every quote of a version, and hashing them takes longer than working out the price. */
const hashedBy = onceFor((hash: Hash) =>
  onceFor(({ disclosures, version, exclusions }: QuotableProduct) =>
    disclosures.map(({ code, title, text, optional }) => ({
      code,
      title,
      contentHash: hash(JSON.stringify([code, version, title, text ?? exclusions])),
      required: !optional,
    })),
  ),
);
