import type { TableClient } from '../../functions/_storage/client.ts';
import { type Item, readAnswer, readRecord } from '../../functions/_storage/codec.ts';
import { isRecordKey } from '../../functions/_storage/keys.ts';
import { itemsPutBy } from '../bus/tap.ts';
import { itemBytes } from '../engine/item-size.ts';
import type { Item as EngineItem } from '../engine/values.ts';

/** A write in a transaction costs two units for each kilobyte that is begun (developer guide, "capacity modes"). */
const unitsOf = (item: object): number => 2 * Math.ceil(itemBytes(item as EngineItem) / 1024);

const keyOf = (item: Item): { readonly pk: string; readonly sk: string } => ({
  pk: String(item['pk']),
  sk: String(item['sk']),
});

/** What the first record fixes, by aggregate: in the naive shape every state carries it along. */
export type Fixed = Map<string, unknown>;

const fixedBy = (fixed: Fixed, records: readonly ReturnType<typeof readRecord>[]): void => {
  for (const { record } of records) {
    const [first] = record.events;
    const data = first?.data;
    if (record.seq === 1 && typeof data === 'object' && data !== null && 'terms' in data)
      fixed.set(record.id, data.terms);
  }
};

const stateWhole = (item: Item, fixed: Fixed): Item => {
  const { pk, sk } = keyOf(item);
  const terms = sk === 'STATE' ? fixed.get(pk.split('#')[3] ?? '') : undefined;
  return { ...item, ...(terms !== undefined && { terms }) };
};

/** One record as audit, outbox and dedupe, each an item of its own. The keys of indexes stand where readers look. */
const evidenceWhole = (item: Item): readonly Item[] => {
  const { z: _squeezed, h: _hash, R, RS, ...own } = item;
  const { pk, sk } = keyOf(item);
  const { record } = readRecord(item);
  return [
    { ...own, record },
    { pk, sk: `OUTBOX#${sk}`, record, ...(R !== undefined && { R, RS }) },
    { pk, sk: `DEDUPE#${sk}` },
  ];
};

/**
 * What the same write would put as whole items that nothing is left out of or squeezed in: state, idempotency, outbox,
 * audit and dedupe. Items that both shapes need alike (unique keys, due items, wrapped keys) are the same in both.
 */
export const naiveItems = (items: readonly Item[], fixed: Fixed): readonly Item[] => {
  fixedBy(
    fixed,
    items.filter((item) => isRecordKey(keyOf(item))).map((item) => readRecord(item)),
  );
  return items.flatMap((item) => {
    if (isRecordKey(keyOf(item))) return evidenceWhole(item);
    if (keyOf(item).sk === 'KEY') return [{ ...keyOf(item), ...readAnswer(item) }];
    return [item['s'] === undefined ? item : stateWhole(item, fixed)];
  });
};

const naiveUnits = (items: readonly Item[], fixed: Fixed): number =>
  naiveItems(items, fixed).reduce((sum, item) => sum + unitsOf(item), 0);

/** What one commit cost, as the table says, and what it would have cost in the naive shape; in write units. */
export type Cost = { readonly operation: string; readonly units: number; readonly naive: number };

type Consumed = { readonly ConsumedCapacity?: readonly { readonly CapacityUnits?: number }[] };
const consumedBy = (output: unknown): number =>
  ((output as Consumed).ConsumedCapacity ?? []).reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);

/** Passes commands on and tells what each committed operation would have cost in the naive shape. */
export const comparedWithNaive = (client: TableClient, note: (commit: Cost) => void): TableClient => {
  const fixed: Fixed = new Map();
  return {
    send: async (command) => {
      const output = await client.send(command);
      const items = itemsPutBy(command);
      const record = items.find((item) => isRecordKey(keyOf(item)));
      if (record !== undefined) {
        const { operation } = readRecord(record).record;
        note({ operation, units: consumedBy(output), naive: naiveUnits(items, fixed) });
      }
      return output;
    },
  };
};
