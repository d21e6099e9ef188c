import { isDeepStrictEqual } from 'node:util';
import type { Value } from './values.ts';

/** UTF-16 puts surrogate pairs before U+E000..U+FFFF, UTF-8 after them; shifting both ranges repairs the order. */
const inUtf8Order = (unit: number): number => {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
};

/** Orders strings by their UTF-8 bytes, as DynamoDB does: negative, zero or positive. */
export const compareStrings = (left: string, right: string): number => {
  const shorter = Math.min(left.length, right.length);
  for (let at = 0; at < shorter; at += 1) {
    const difference = inUtf8Order(left.charCodeAt(at)) - inUtf8Order(right.charCodeAt(at));
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};

/** Orders two values of one ordered type; undefined when they have no order (other types, lists, maps). */
export const compareValues = (left: Value, right: Value): number | undefined => {
  if (typeof left === 'string' && typeof right === 'string') return compareStrings(left, right);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (left instanceof Uint8Array && right instanceof Uint8Array) return Buffer.compare(left, right);
  return undefined;
};

/** Equality by content: the order of names in a map does not matter. */
export const sameValue = (left: unknown, right: unknown): boolean => isDeepStrictEqual(left, right);

/** The first index of a sorted list for which a test that turns true once, and stays true, holds. */
export const firstWhere = <T>(sorted: readonly T[], holds: (element: T) => boolean): number => {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const element = sorted[middle];
    if (element !== undefined && holds(element)) to = middle;
    else from = middle + 1;
  }
  return from;
};
