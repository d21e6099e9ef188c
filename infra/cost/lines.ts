import { type Price, type PriceName, prices } from './prices.ts';

/** One line of a bill: so much of something at its price. */
export type CostLine = { readonly of: PriceName; readonly quantity: number; readonly why: string };

/** The amount of a line in dollars. */
export const usdOf = ({ of, quantity }: CostLine): number => {
  const { usd, per }: Price = prices[of];
  return (quantity / per) * usd;
};

export const totalOf = (lines: readonly CostLine[]): number => lines.reduce((sum, line) => sum + usdOf(line), 0);

/** Lines of nothing are left out. */
export const linesOf = (...lines: readonly CostLine[]): readonly CostLine[] =>
  lines.filter(({ quantity }) => quantity > 0);
