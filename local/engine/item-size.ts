import type { Item, Value } from './values.ts';

/** DynamoDB's limit on one item: 400 KB, names included. */
export const itemBytesMax = 400 * 1024;

/** One byte per two significant digits, one for the exponent, one for a minus sign. */
const numberBytes = (value: number): number => {
  if (value === 0) return 1;
  const [mantissa = ''] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/, '').length;
  return Math.ceil(digits / 2) + 1 + (value < 0 ? 1 : 0);
};

/** A list or map costs three bytes, and one more for each element. */
const containerBytes = (value: readonly Value[] | Item): number => {
  let bytes = 3;
  if (Array.isArray(value)) for (const element of value) bytes += 1 + valueBytes(element);
  else for (const [name, element] of Object.entries(value)) bytes += 1 + Buffer.byteLength(name) + valueBytes(element);
  return bytes;
};

const valueBytes = (value: Value): number => {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return numberBytes(value);
  if (value === null || typeof value === 'boolean') return 1;
  return value instanceof Uint8Array ? value.byteLength : containerBytes(value);
};

/** The bytes that DynamoDB counts for an item: UTF-8 names and values (developer guide, "item sizes and formats"). */
export const itemBytes = (item: Item): number => {
  let bytes = 0;
  for (const [name, value] of Object.entries(item)) bytes += Buffer.byteLength(name) + valueBytes(value);
  return bytes;
};
