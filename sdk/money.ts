import type { Money } from './generated/schemas.ts';

/** An amount as people write it: `{ amount: 432, currency: 'CNY' }` is `¥4.32` for `zh-CN`. */
export const formatMoney = ({ amount, currency }: Money, locale?: string): string => {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};
