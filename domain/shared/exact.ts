/**
 * An exact fraction over integers; the denominator is always positive. Tariffs multiply decimals that no double can
 * hold (1.005 is below its own tie), so nothing is rounded before the tariff says so (rules 2.1 ).
 */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

const DECIMAL = /^-?\d+(\.\d+)?$/;
const powers = Array.from({ length: 40 }, (_, digits) => 10n ** BigInt(digits));

/** Ten to the power of so many digits. */
const powerOfTen = (digits: number): bigint => powers[digits] ?? 10n ** BigInt(digits);

/** The fraction that a decimal text names, such as `0.14`, `-2.345` or `12`. Any other text is a bug of the caller. */
export const exact = (decimal: string): Fraction => {
  if (!DECIMAL.test(decimal)) throw new Error(`not a decimal: ${decimal}`);
  const point = decimal.indexOf('.');
  if (point < 0) return whole(BigInt(decimal));
  const digits = decimal.length - point - 1;
  return { numerator: BigInt(decimal.slice(0, point) + decimal.slice(point + 1)), denominator: powerOfTen(digits) };
};

/** The fraction of an integer, such as an amount in minor units or a count of days. */
export const whole = (integer: bigint | number): Fraction => ({ numerator: BigInt(integer), denominator: 1n });

export const add = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});

export const sub = (a: Fraction, b: Fraction): Fraction => add(a, { ...b, numerator: -b.numerator });

export const mul = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
});

/** Division; a divisor of zero is a bug, for no tariff or term has one. */
export const div = (a: Fraction, b: Fraction): Fraction => {
  if (b.numerator === 0n) throw new Error('division by zero');
  const sign = b.numerator < 0n ? -1n : 1n;
  return { numerator: sign * a.numerator * b.denominator, denominator: sign * a.denominator * b.numerator };
};

/** The same in lowest terms: for what is read once and multiplied often. */
export const reduced = ({ numerator, denominator }: Fraction): Fraction => {
  let [divisor, rest] = [denominator, numerator % denominator];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  const common = divisor < 0n ? -divisor : divisor;
  return { numerator: numerator / common, denominator: denominator / common };
};

/** Below zero, zero or above zero, as `a` is smaller than, equal to or greater than `b`. */
export const compare = (a: Fraction, b: Fraction): number => {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
};

export const smaller = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
export const greater = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);

/** Rounds to `digits` decimals, ties to the even neighbour, and gives the result in units of the last digit. */
export const roundHalfEven = (value: Fraction, digits: number): bigint => {
  const scaled = digits === 0 ? value.numerator : value.numerator * powerOfTen(digits);
  const negative = scaled < 0n;
  const size = negative ? -scaled : scaled;
  const quotient = size / value.denominator;
  const twiceRest = (size % value.denominator) * 2n;
  const up = twiceRest > value.denominator || (twiceRest === value.denominator && quotient % 2n === 1n);
  const rounded = up ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
};

/** A count of `10^-digits` units as decimal text: 4374 with two digits is `43.74`. */
export const decimalText = (units: bigint, digits: number): string => {
  const size = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
  const sign = units < 0n ? '-' : '';
  return digits === 0 ? sign + size : `${sign}${size.slice(0, -digits)}.${size.slice(-digits)}`;
};

/** At most six decimals, for people to read along; never computed with. */
export const readable = (value: Fraction): string => {
  const millionths = roundHalfEven(value, 6);
  const double = Number(millionths) / 1e6;
  // A double tells decimals of fifteen digits apart, and is written as the shortest that is nearest to it.
  return Math.abs(double) < 1e9 ? String(double) : decimalText(millionths, 6).replace(/\.?0+$/, '');
};
