import { add, decimalText, div, exact, type Fraction, mul, roundHalfEven, whole } from './exact.ts';

/** Currencies whose minor unit is not a hundredth (ISO 4217, tables A.9); every other currency has two digits. */
const DIGITS: readonly (readonly [digits: number, currencies: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

/** How many decimals the currency's minor unit has. */
export const minorDigits = (currency: string): number =>
  DIGITS.find(([, currencies]) => currencies.includes(currency))?.[0] ?? 2;

/** Rounds an exact amount of minor units half-even, once. Amounts beyond a safe integer are a bug. */
export const roundMinor = (amount: Fraction): number => {
  const rounded = Number(roundHalfEven(amount, 0));
  if (!Number.isSafeInteger(rounded)) throw new RangeError('amount beyond the safe integers');
  return rounded;
};

/** An exact amount in major units (yuan) as integer minor units (fen) of its currency, rounded once. */
export const toMinor = (major: Fraction, currency: string): number =>
  roundMinor(mul(major, whole(10n ** BigInt(minorDigits(currency)))));

/** `43.74 CNY`, for documents and messages; a wire amount is never text. */
export const formatMinor = (amount: number, currency: string): string =>
  `${decimalText(BigInt(amount), minorDigits(currency))} ${currency}`;

/**
 * The part `numerator / denominator` of an amount, at a rate if there is one: multiplied first, rounded once.
 * A refund of 90 % pro rata is `shareOf(paid, unusedDays, termDays, '0.90')` (rules 2.4 C-01, C-02).
 */
export const shareOf = (amount: number, numerator: number, denominator: number, rate = '1'): number =>
  roundMinor(div(mul(mul(whole(amount), exact(rate)), whole(numerator)), whole(denominator)));

/** A rate given as decimal text, such as a commission of `0.15`, of an amount; rounded once. */
export const rateOf = (amount: number, rate: string): number => roundMinor(mul(whole(amount), exact(rate)));

/** The tax inside a tax-inclusive price: at 6 % it is gross x 6/106, rounded once (rules 2.3 P-06, catalogue head). */
export const includedTax = (gross: number, rate: string): number => {
  const exactRate = exact(rate);
  return roundMinor(div(mul(whole(gross), exactRate), add(whole(1), exactRate)));
};
