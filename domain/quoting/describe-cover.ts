import type { QuotableProduct } from '../products/quotable/schema.ts';
import type { Coverage } from '../products/schema.ts';
import type { Inputs } from '../shared/form/schema.ts';
import { includedCoverages } from '../shared/included-coverages.ts';
import { rateOf } from '../shared/money.ts';
import type { OfferedCoverage } from './schema.ts';

/** What the inputs buy: each coverage of the plan with its amounts in minor units and its deductible. */
export const describeCover = (product: QuotableProduct, inputs: Inputs): OfferedCoverage[] =>
  includedCoverages(product.coverages, inputs).map((coverage) => ({
    code: coverage.code,
    name: coverage.name,
    benefits: benefitsOf(coverage, product, inputs),
    ...deductibleOf(coverage, product, inputs),
    ...(coverage.claimsPerTerm && { claimsPerTerm: coverage.claimsPerTerm }),
  }));

const benefitsOf = ({ benefit }: Coverage, product: QuotableProduct, inputs: Inputs): OfferedCoverage['benefits'] => {
  const amountIn = (table: string, input: string) => Number(product.tables[table]?.[String(inputs[input])]);
  switch (benefit.kind) {
    case 'agreed':
      return [{ code: 'agreed', amount: amountIn(benefit.table, benefit.input) }];
    case 'parametric':
      return [
        ...benefit.delays.map(({ fromMinutes, table }) => ({
          code: `delay-${fromMinutes}`,
          amount: amountIn(table, benefit.plan),
        })),
        { code: 'cancelled', amount: amountIn(benefit.cancelled, benefit.plan) },
      ];
    case 'indemnity': {
      const value = Number(inputs[product.indemnity?.value ?? '']);
      return [{ code: 'per-claim', amount: rateOf(value, benefit.perClaim ?? '1') }];
    }
  }
};

const deductibleOf = ({ benefit }: Coverage, product: QuotableProduct, inputs: Inputs) => {
  if (benefit.kind !== 'indemnity' || !product.indemnity) return {};
  const { table, input, min, max } = product.indemnity.deductible;
  const rate = product.tables[table]?.[String(inputs[input])];
  return rate && Number(rate) > 0 ? { deductible: { rate, min, max } } : {};
};
