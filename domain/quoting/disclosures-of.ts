import type { QuotableProduct } from '../products/quotable/schema.ts';
import type { OfferedDisclosure } from './schema.ts';

/**
 * What the buyer has to be shown. The hash fixes it: code, product version, title and text in both languages; the
 * exemptions are the exclusions themselves, so the two can never differ. `hash` is SHA-256 in base64url.
 */
export const disclosuresOf = (product: QuotableProduct, hash: (text: string) => string): OfferedDisclosure[] =>
  product.disclosures.map(({ code, title, text, optional }) => ({
    code,
    title,
    contentHash: hash(JSON.stringify([code, product.version, title, text ?? product.exclusions])),
    required: !optional,
  }));
