import { sameValue } from './compare.ts';
import { type Key, placeIn, projectedItem } from './keys.ts';
import { createPartitions, type Entry } from './partitions.ts';
import type { IndexDefinition, TableDefinition } from './table-definition.ts';
import { copyItem, type Item } from './values.ts';

/** One item before and after a write; absent means that it did not, or does not, exist. */
export type Change = { readonly key: Key; readonly before: Item | undefined; readonly after: Item | undefined };
export type CommitListener = (changes: readonly Change[]) => void;
export type Table = ReturnType<typeof createTable>;

const copyImage = (item: Item | undefined) => (item === undefined ? undefined : copyItem(item));

/** The items of one table with its indexes. What it holds is never changed in place, only replaced. */
export const createTable = (definition: TableDefinition) => {
  const items = createPartitions();
  const indexes = new Map(definition.indexes.map((index) => [index.name, createPartitions()]));
  const listeners = new Set<CommitListener>();

  const writeIndex = (index: IndexDefinition, { key, before, after }: Change) => {
    const entries = indexes.get(index.name);
    const left = before === undefined ? undefined : placeIn(index, key, before);
    const entered = after === undefined ? undefined : placeIn(index, key, after);
    if (left !== undefined) entries?.remove(left.partition, left.order);
    if (entered !== undefined && after !== undefined)
      entries?.write(entered.partition, { order: entered.order, item: projectedItem(definition, index, after) });
  };

  const write = (change: Change) => {
    const { key, after } = change;
    if (after === undefined) items.remove(key.pk, [key.sk]);
    else items.write(key.pk, { order: [key.sk], item: after });
    for (const index of definition.indexes) writeIndex(index, change);
  };

  /** Tells what really changed, as a stream does: an item written as it already was leaves no record. */
  const announce = (changes: readonly Change[]) => {
    if (listeners.size === 0) return;
    const real = changes.filter(({ before, after }) => !sameValue(before, after));
    if (real.length === 0) return;
    for (const listener of listeners)
      listener(real.map(({ key, before, after }) => ({ key, before: copyImage(before), after: copyImage(after) })));
  };

  return {
    definition,
    read: (key: Key): Item | undefined => items.read(key.pk, [key.sk]),
    entries: (index: IndexDefinition | undefined, partition: string): readonly Entry[] =>
      (index === undefined ? items : indexes.get(index.name))?.list(partition) ?? [],
    all: (): readonly Item[] => items.all().map(copyItem),
    /** All changes of one request at once; listeners hear of them together, in the order of the commits. */
    commit: (changes: readonly Change[]): void => {
      for (const change of changes) write(change);
      announce(changes);
    },
    onCommit: (listener: CommitListener): (() => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
