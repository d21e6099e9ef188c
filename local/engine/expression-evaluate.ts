import { compareValues, sameValue } from './compare.ts';
import type { BoundOperand, Comparator, Condition } from './expression.ts';
import type { Item, Value } from './values.ts';

const memberOf = (container: Value, name: string): Value | undefined => {
  if (container === null || typeof container !== 'object' || !Object.hasOwn(container, name)) return undefined;
  return container instanceof Uint8Array || Array.isArray(container) ? undefined : (container as Item)[name];
};

/** The value of an operand in an item; undefined when the path leads nowhere. */
const resolve = (operand: BoundOperand, item: Item): Value | undefined => {
  if ('constant' in operand) return operand.constant;
  let value: Value | undefined = item;
  for (const name of operand.path) if (value !== undefined) value = memberOf(value, name);
  return value;
};

const inOrder: Readonly<Record<Exclude<Comparator, '=' | '<>'>, (difference: number) => boolean>> = {
  '<': (difference) => difference < 0,
  '<=': (difference) => difference <= 0,
  '>': (difference) => difference > 0,
  '>=': (difference) => difference >= 0,
};

/** A missing attribute equals nothing and is before and after nothing; it does differ (`<>`) from everything. */
const compares = (by: Comparator, left: Value | undefined, right: Value | undefined): boolean => {
  if (by === '<>') return !compares('=', left, right);
  if (left === undefined || right === undefined) return false;
  if (by === '=') return sameValue(left, right);
  const difference = compareValues(left, right);
  return difference !== undefined && inOrder[by](difference);
};

const beginsWith = (value: Value | undefined, prefix: Value | undefined): boolean => {
  if (typeof value === 'string' && typeof prefix === 'string') return value.startsWith(prefix);
  if (!(value instanceof Uint8Array && prefix instanceof Uint8Array)) return false;
  return Buffer.compare(value.subarray(0, prefix.length), prefix) === 0;
};

/** Whether an item meets a condition; an item that does not exist is an empty one. */
export const meets = (condition: Condition<BoundOperand>, item: Item): boolean => {
  const value = (operand: BoundOperand) => resolve(operand, item);
  switch (condition.kind) {
    case 'and':
      return meets(condition.left, item) && meets(condition.right, item);
    case 'or':
      return meets(condition.left, item) || meets(condition.right, item);
    case 'not':
      return !meets(condition.of, item);
    case 'compare':
      return compares(condition.by, value(condition.left), value(condition.right));
    case 'between':
      return (
        compares('>=', value(condition.operand), value(condition.low)) &&
        compares('<=', value(condition.operand), value(condition.high))
      );
    case 'exists':
      return (value(condition.operand) !== undefined) === condition.wanted;
    case 'begins':
      return beginsWith(value(condition.operand), value(condition.prefix));
  }
};
