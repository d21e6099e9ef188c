import { brokenReferences } from './broken-references.ts';
import { type DocumentError, ProductDocument } from './schema.ts';

export type ParsedProduct =
  | { readonly ok: true; readonly document: ProductDocument }
  | { readonly ok: false; readonly errors: readonly DocumentError[] };

/**
 * Reads an uploaded product document. Every error names where it lies (`product.rating.steps.2.table`); references
 * between the parts of a document are looked at once its shape is right.
 */
export const parseProduct = (json: unknown): ParsedProduct => {
  const parsed = ProductDocument.safeParse(json);
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
    return { ok: false, errors };
  }
  const errors = brokenReferences(parsed.data);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, document: parsed.data };
};
