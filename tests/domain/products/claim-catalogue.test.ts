import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../domain/products/catalogue.ts';
import { claimRulesOf } from '../../../domain/products/claim-catalogue.ts';

describe('claimRulesOf', () => {
  it.each(catalogue.map(({ productId, version }) => [productId, version] as const))(
    'has the rules of %s version %i',
    (productId, version) => {
      expect(claimRulesOf(productId, version)).toMatchObject({ productId, version });
    },
  );

  it('never answers with the rules of another version: a policy keeps its own', () => {
    expect(claimRulesOf('flight-delay', 2)).toBeUndefined();
  });
});
