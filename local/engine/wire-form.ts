import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Item, Value } from './values.ts';

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** A number without an exponent, as DynamoDB writes it back: 1.5e-7 as 0.00000015. No safe integer has an exponent. */
const plainNumber = (value: number): string => {
  const [mantissa = '', exponent] = String(Math.abs(value)).split('e-');
  const sign = value < 0 ? '-' : '';
  return exponent === undefined
    ? sign + mantissa
    : `${sign}0.${'0'.repeat(Number(exponent) - 1)}${mantissa.replace('.', '')}`;
};

const toAttribute = (value: Value): AttributeValue => {
  if (value === null) return { NULL: true };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: plainNumber(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value instanceof Uint8Array) return { B: new Uint8Array(value) };
  return isList(value) ? { L: value.map(toAttribute) } : { M: toWireForm(value) };
};

/** An item as DynamoDB itself writes it: the client reads answers into documents, but leaves errors in this form. */
export const toWireForm = (item: Item): Record<string, AttributeValue> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, toAttribute(value)]));
