import { describe, expect, it } from 'vitest';
import { brokenReferences } from '../../../domain/products/broken-references.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import { claimRulesOf } from '../../../domain/products/claim-catalogue.ts';
import { messagesOf } from '../../../domain/products/message-catalogue.ts';
import type { ClaimRules, ProductVersion } from '../../../domain/products/schema.ts';

const broken = (
  productId: string,
  change: (product: ProductVersion) => Partial<ProductVersion>,
  claims: Partial<ClaimRules> = {},
) => {
  const product = productOf(productId);
  const rules = claimRulesOf({ productId, version: 1 });
  if (!product) throw new Error(`no product ${productId}`);
  const messages = messagesOf({ productId, version: 1 });
  return brokenReferences({ product: { ...product, ...change(product) }, claims: { ...rules, ...claims }, messages });
};

describe('brokenReferences', () => {
  it('finds a condition on an input that nobody asks for', () => {
    const text = { en: 'No.', 'zh-CN': '否。' };
    expect(broken('flight-delay', () => ({ eligibility: [{ code: 'x', when: [['age', '<', 1]], text }] }))).toEqual([
      { path: 'product.eligibility.0.when.0.0', message: 'no input age' },
    ]);
  });

  it('finds two inputs of one name', () => {
    const twice = broken('return-freight', (product) => ({ options: product.insuredObject.slice(0, 1) }));
    expect(twice).toEqual([{ path: 'product.insuredObject', message: 'two inputs are called orderNumber' }]);
  });

  it('finds a table that is missing, and an answer that a table has no entry for', () => {
    const tables = ({ tables: { region: _region, ...rest } }: ProductVersion) => ({
      tables: { ...rest, rate: { screen: '0.028', theft: '0.085' } },
    });
    expect(broken('device-protection', tables)).toEqual([
      { path: 'product.tables.rate', message: 'no entry for accidental' },
      { path: 'product.rating.steps.4', message: 'no table region' },
    ]);
  });

  it('finds the month that a table lacks', () => {
    const change = ({ tables }: ProductVersion) => {
      const { '2': _february, ...month } = tables['month'] ?? {};
      return { tables: { ...tables, month } };
    };
    expect(broken('flight-delay', change)).toEqual([{ path: 'product.tables.month', message: 'no entry for 2' }]);
  });

  it('finds bands that do not rise', () => {
    const change = ({ rating }: ProductVersion): Partial<ProductVersion> => ({
      rating: {
        ...rating,
        steps: [
          {
            do: 'bands',
            input: 'priorRepairs',
            bands: [
              ['1', '1'],
              ['1', '2'],
            ],
          },
        ],
      },
    });
    expect(broken('device-protection', change)).toMatchObject([{ path: 'product.rating.steps.0.bands' }]);
  });

  it('finds a price that rests on what the token of an offer hides', () => {
    const change = ({ rating }: ProductVersion): Partial<ProductVersion> => ({
      rating: { ...rating, steps: [{ do: 'value', input: 'imei' }] },
    });
    expect(broken('device-protection', change)).toEqual([
      { path: 'product.rating.steps.0.input', message: 'imei is personal or hashed and cannot rate' },
    ]);
  });

  it('finds premiums outside the filed band', () => {
    const filing = { number: 'BND', minimum: 21, maximum: 1200 };
    expect(broken('return-freight', () => ({ filing }))).toMatchObject([{ path: 'product.filing' }]);
    expect(broken('return-freight', () => ({ filing: { ...filing, minimum: 20 } }))).toEqual([]);
    expect(broken('return-freight', () => ({ filing: { ...filing, minimum: 20, maximum: 1199 } }))).toHaveLength(1);
  });

  it('finds a coverage that pays a loss without terms to value it', () => {
    const change = ({ indemnity: _indemnity, ...rest }: ProductVersion) => rest;
    const product = productOf('device-protection');
    const claims = claimRulesOf({ productId: 'device-protection', version: 1 });
    const messages = messagesOf({ productId: 'device-protection', version: 1 });
    if (!product) throw new Error('no device protection');
    expect(brokenReferences({ product: change(product), claims, messages })).toMatchObject([
      { path: 'product.indemnity' },
    ]);
  });

  it('finds that the exemptions are not disclosed, and that a disclosure says nothing', () => {
    const title = { en: 'Terms', 'zh-CN': '保险条款' };
    expect(broken('flight-delay', () => ({ disclosures: [{ code: 'terms', title }] }))).toEqual([
      { path: 'product.disclosures', message: 'no required exemptions' },
      { path: 'product.disclosures.0.text', message: 'no text' },
    ]);
  });

  it('finds messages that belong elsewhere', () => {
    const messages = messagesOf({ productId: 'flight-delay', version: 1 });
    const product = productOf('return-freight');
    if (!product) throw new Error('no return freight');
    expect(brokenReferences({ product, claims: claimRulesOf(product), messages })).toEqual([
      { path: 'messages.productId', message: 'belong to another product version' },
    ]);
  });

  it('finds claim rules that belong elsewhere or leave a coverage out', () => {
    const claims = { version: 2, coverages: [], exclusions: [{ code: 'war', when: [] }] };
    expect(broken('return-freight', () => ({}), claims)).toEqual([
      { path: 'claims.productId', message: 'belong to another product version' },
      { path: 'claims.coverages', message: 'no rules for coverage return-freight' },
      { path: 'claims.exclusions', message: 'no exclusion war in the product' },
    ]);
  });
});
