import { describe, expect, it } from 'vitest';
import { catalogue, productOf } from '../../../domain/products/catalogue.ts';
import { claimCatalogue } from '../../../domain/products/claim-catalogue.ts';
import { messageCatalogue } from '../../../domain/products/message-catalogue.ts';
import { parseProduct } from '../../../domain/products/parse-product.ts';

const bytes = (document: unknown) => Buffer.byteLength(JSON.stringify(document));

describe('catalogue', () => {
  it.each(
    catalogue.map((product, at) => [product.productId, product, claimCatalogue[at], messageCatalogue[at]] as const),
  )('has a sound document of %s', (_, product, claims, messages) => {
    const document = { product, claims, messages };
    expect(parseProduct(document)).toEqual({ ok: true, document });
  });

  it('has no other text than a product can hold: it is the same after the reading', () => {
    const parsed = catalogue.map((product, at) =>
      parseProduct({ product, claims: claimCatalogue[at], messages: messageCatalogue[at] }),
    );
    expect(parsed.map((result) => result.ok && result.document.product)).toEqual(catalogue);
  });

  it('stays light, for the quote function loads it at every cold start: 4.5 kB a product on average', () => {
    expect(bytes(catalogue)).toBeLessThanOrEqual(3 * 4_500 + 4);
  });
});

describe('productOf', () => {
  it('finds the newest version, or exactly the one asked for', () => {
    expect(productOf('device-protection')?.version).toBe(1);
    expect(productOf('device-protection', 1)).toBe(productOf('device-protection'));
  });

  it('finds nothing by another id or version', () => {
    expect([productOf('term-life'), productOf('device-protection', 2)]).toEqual([undefined, undefined]);
  });
});
