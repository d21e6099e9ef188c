import { emptyKey, validation } from './errors.ts';
import type { IndexDefinition, KeyNames, TableDefinition } from './table-definition.ts';
import { copyItem, type Item, typeOf, type Value } from './values.ts';

/** The primary key of an item, by role instead of by attribute name. */
export type Key = { readonly pk: string; readonly sk: string };

/** Where an item stands in an index: its partition, and the order in it; equal sort keys go by the table's key. */
export type IndexPlace = { readonly partition: string; readonly order: readonly string[] };

const pkBytesMax = 2048;
const skBytesMax = 1024;

const keyText = (name: string, value: Value | undefined, bytesMax: number): string => {
  if (value === undefined)
    throw validation(`One or more parameter values were invalid: Missing the key ${name} in the item`);
  if (typeof value !== 'string')
    throw validation(
      `One or more parameter values were invalid: Type mismatch for key ${name} expected: S actual: ${typeOf(value)}`,
    );
  if (value === '') throw emptyKey(name);
  if (Buffer.byteLength(value) > bytesMax)
    throw validation(`One or more parameter values were invalid: Size of ${name} has exceeded ${bytesMax} bytes`);
  return value;
};

/** The key inside an item that is to be stored; refuses a missing, empty, mistyped or overlong part. */
export const keyOfItem = (names: KeyNames, item: Item): Key => ({
  pk: keyText(names.pk, item[names.pk], pkBytesMax),
  sk: keyText(names.sk, item[names.sk], skBytesMax),
});

/** A key given on its own, as for a read: it must have the two key attributes and no other. */
export const givenKey = (names: KeyNames, given: object | undefined): Key => {
  const item = copyItem(given ?? {});
  if (Object.keys(item).length !== 2 || !Object.hasOwn(item, names.pk) || !Object.hasOwn(item, names.sk))
    throw validation('The provided key element does not match the schema');
  return keyOfItem(names, item);
};

/** Refuses an item whose attributes could not be keys of an index: they may be absent, but not empty or mistyped. */
export const checkIndexKeys = (definition: TableDefinition, item: Item): void => {
  for (const index of definition.indexes)
    for (const name of [index.pk, index.sk]) {
      const value = item[name];
      if (value !== undefined) keyText(name, value, name === index.pk ? pkBytesMax : skBytesMax);
    }
};

/** An item's place in an index; undefined when it lacks a key of it, for the indexes are sparse. */
export const placeIn = (index: IndexDefinition, key: Key, item: Item): IndexPlace | undefined => {
  const partition = item[index.pk];
  const sort = item[index.sk];
  if (typeof partition !== 'string' || typeof sort !== 'string') return undefined;
  return { partition, order: [sort, key.pk, key.sk] };
};

/** What a KEYS_ONLY index holds of an item: the keys of the table and its own. */
export const projectedItem = (definition: TableDefinition, index: IndexDefinition, item: Item): Item => {
  const names = new Set([definition.keys.pk, definition.keys.sk, index.pk, index.sk]);
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)));
};
