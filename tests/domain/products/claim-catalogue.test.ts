import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../domain/products/catalogue.ts';
import { claimRulesOf } from '../../../domain/products/claim-catalogue.ts';

describe('claimRulesOf', () => {
  it.each(catalogue.map((product) => [product.productId, product] as const))('has the rules of %s', (_, product) => {
    expect(claimRulesOf(product)).toMatchObject({ productId: product.productId, version: product.version });
  });

  it('never answers with the rules of another version: a policy keeps its own', () => {
    expect(() => claimRulesOf({ productId: 'flight-delay', version: 2 })).toThrow('no claim rules');
  });
});
