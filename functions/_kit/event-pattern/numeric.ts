import { numberOf } from './json.ts';

const comparisons: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

/** EventBridge compares numbers of this size at most. */
const sizeMax = 5_000_000_000;

type Comparison = { readonly sign: string; readonly bound: number };

/** Reads `['>', 0, '<=', 5]`; undefined for what is no range. */
export const comparisonsOf = (range: unknown): readonly Comparison[] | undefined => {
  if (!Array.isArray(range) || (range.length !== 2 && range.length !== 4)) return undefined;
  const read: Comparison[] = [];
  for (let at = 0; at < range.length; at += 2) {
    const [sign, bound] = [range[at], numberOf(range[at + 1])];
    if (typeof sign !== 'string' || !Object.hasOwn(comparisons, sign) || bound === undefined) return undefined;
    if (Math.abs(bound) > sizeMax) return undefined;
    read.push({ sign, bound });
  }
  const equal = read.some(({ sign }) => sign === '=');
  const directions = new Set(read.map(({ sign }) => sign[0]));
  return read.length === 2 && (equal || directions.size === 1) ? undefined : read;
};

/** Says that a value is a number in the range; a text that looks like one is not. */
export const isInRange = (range: unknown, value: unknown): boolean => {
  const number = numberOf(value);
  if (number === undefined) return false;
  return (comparisonsOf(range) ?? []).every(({ sign, bound }) => comparisons[sign]?.(number, bound) === true);
};
