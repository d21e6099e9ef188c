import Big from 'big.js';
import type { QuotableProduct } from '../../../domain/products/quotable/schema.ts';
import type { Facts } from './facts.ts';

type Coverage = QuotableProduct['coverages'][number];

const includes = ({ code }: Coverage, { plan }: Facts): boolean => {
  if (code === 'accidental') return plan !== 'screen';
  return code === 'theft' ? plan === 'theft' : true;
};

const benefitsOf = ({ code }: Coverage, { tables }: QuotableProduct, facts: Facts) => {
  const amountIn = (table: string, key: string) => Number(tables[table]?.[String(facts[key])]);
  if (code === 'return-freight') return [{ code: 'agreed', amount: amountIn('benefit', 'distance') }];
  if (code === 'flight-delay')
    return [
      { code: 'delay-120', amount: amountIn('pay2h', 'plan') },
      { code: 'delay-240', amount: amountIn('pay4h', 'plan') },
      { code: 'cancelled', amount: amountIn('payCancelled', 'plan') },
    ];
  const share = code === 'screen' ? '0.40' : '1';
  const amount = new Big(Number(facts['deviceValue'])).times(share).round(0, Big.roundHalfEven).toNumber();
  return [{ code: 'per-claim', amount }];
};

const deductibleOf = ({ tables, indemnity }: QuotableProduct, { deductible }: Facts) => {
  const rate = tables['share']?.[String(deductible)];
  if (indemnity === undefined || rate === undefined || Number(rate) === 0) return {};
  const { min, max } = indemnity.deductible;
  return { deductible: { rate, min, max } };
};

/** What an item is covered for. */
export const coverOf = (product: QuotableProduct, facts: Facts) =>
  product.coverages
    .filter((coverage) => includes(coverage, facts))
    .map((coverage) => ({
      code: coverage.code,
      name: coverage.name,
      benefits: benefitsOf(coverage, product, facts),
      ...deductibleOf(product, facts),
      ...(coverage.claimsPerTerm && { claimsPerTerm: coverage.claimsPerTerm }),
    }));
