import { validation } from './errors.ts';

/** What an attribute can hold here: the JSON types and bytes. DynamoDB's sets are not used by this house. */
export type Value =
  | null
  | string
  | number
  | boolean
  | Uint8Array
  | readonly Value[]
  | { readonly [name: string]: Value };
export type Item = { readonly [name: string]: Value };
export type ValueType = 'NULL' | 'S' | 'N' | 'BOOL' | 'B' | 'L' | 'M';

/** DynamoDB's limit on how deep values nest: the innermost scalar is a level too. */
const levelsMax = 32;
/** The smallest magnitude that a DynamoDB number can hold. */
const magnitudeMin = 1e-130;

const isMap = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const copyNumber = (value: number): number => {
  if (!Number.isFinite(value)) throw validation(`Special numeric value ${value} is not allowed`);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) throw validation(`Number ${value} is beyond the safe integers`);
  if (value !== 0 && Math.abs(value) < magnitudeMin) throw validation('Number underflow');
  return value === 0 ? 0 : value;
};

const copyEntries = (map: object, level: number): Item =>
  Object.fromEntries(Object.entries(map).map(([name, value]) => [name, copyValue(value, level)]));

const copyContainer = (value: object, level: number): Value => {
  if (level >= levelsMax) throw validation('Nesting Levels have exceeded supported limits');
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (Array.isArray(value)) return value.map((element) => copyValue(element, level + 1));
  if (isMap(value)) return copyEntries(value, level + 1);
  throw validation(`Unsupported type passed: ${value.constructor.name}`);
};

/** A deep copy, so that neither side sees later changes of the other; refuses what DynamoDB cannot hold. */
export const copyValue = (value: unknown, level = 1): Value => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return copyNumber(value);
  if (typeof value === 'object') return copyContainer(value, level);
  if (value === undefined) throw validation('An attribute is undefined: leave it out, or write null');
  throw validation(`Unsupported type passed: ${typeof value}`);
};

export const copyItem = (item: object): Item => copyEntries(item, 1);

export const typeOf = (value: Value): ValueType => {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return 'S';
  if (typeof value === 'number') return 'N';
  if (typeof value === 'boolean') return 'BOOL';
  if (value instanceof Uint8Array) return 'B';
  return Array.isArray(value) ? 'L' : 'M';
};
