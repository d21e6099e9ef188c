import { compareStrings, firstWhere } from './compare.ts';
import type { Item } from './values.ts';

/** An item at its place inside a partition. */
export type Entry = { readonly order: readonly string[]; readonly item: Item };

/** Orders two places: by the first element that differs. */
export const compareOrders = (left: readonly string[], right: readonly string[]): number => {
  for (const [at, element] of left.entries()) {
    const difference = compareStrings(element, right[at] ?? '');
    if (difference !== 0) return difference;
  }
  return 0;
};

/** Sorted entries by partition: the storage of a table, and of each of its indexes. */
export const createPartitions = () => {
  const partitions = new Map<string, Entry[]>();

  const find = (partition: string, order: readonly string[]) => {
    const entries = partitions.get(partition) ?? [];
    const at = firstWhere(entries, (entry) => compareOrders(entry.order, order) >= 0);
    const entry = entries[at];
    return { entries, at, found: entry !== undefined && compareOrders(entry.order, order) === 0 ? entry : undefined };
  };

  return {
    read: (partition: string, order: readonly string[]): Item | undefined => find(partition, order).found?.item,
    /** The entries of a partition in ascending order. */
    list: (partition: string): readonly Entry[] => partitions.get(partition) ?? [],
    all: (): readonly Item[] => [...partitions.values()].flat().map((entry) => entry.item),
    write: (partition: string, entry: Entry): void => {
      const { entries, at, found } = find(partition, entry.order);
      entries.splice(at, found === undefined ? 0 : 1, entry);
      partitions.set(partition, entries);
    },
    remove: (partition: string, order: readonly string[]): void => {
      const { entries, at, found } = find(partition, order);
      if (found !== undefined) entries.splice(at, 1);
      if (entries.length === 0) partitions.delete(partition);
    },
  };
};
