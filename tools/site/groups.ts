import type { Source } from './library.ts';
import { operationsIn } from './operations.ts';

/** In the order of a sale, and then of what surrounds it. */
const sellingOrder = [
  ...['quoting', 'policies', 'payments', 'claims', 'customers', 'products', 'billing', 'webhooks', 'events'],
  ...['audit', 'notifications', 'partners', 'clock', 'alerts', 'health'],
];

/** Operations of one capability; without a name, those that nobody calls: subscribers and schedules. */
export type Group = { readonly name?: string; readonly sources: readonly Source[] };

const prefix = '/docs/reference/operations/';

/** Sorts the pages of operations by their capability, in the order in which one sells. */
export const groupsIn = (root: string) => {
  const operations = operationsIn(root);
  const places = new Map([...operations.keys()].map((id, at) => [id, at]));
  const idOf = ({ path }: Source): string => path.slice(prefix.length);
  const capabilityOf = (source: Source): string | undefined => operations.get(idOf(source))?.operation.tags?.[0];
  const rankOf = (name: string | undefined): number => {
    const rank = name === undefined ? -1 : sellingOrder.indexOf(name);
    return name === undefined ? sellingOrder.length + 1 : rank < 0 ? sellingOrder.length : rank;
  };
  const placeOf = (source: Source): number => places.get(idOf(source)) ?? places.size;
  return (sources: readonly Source[]): readonly Group[] =>
    [...Map.groupBy(sources, capabilityOf)]
      .toSorted(([a], [b]) => rankOf(a) - rankOf(b))
      .map(([name, all]) => ({
        ...(name !== undefined && { name }),
        sources: all.toSorted((a, b) => placeOf(a) - placeOf(b)),
      }));
};
export type Grouping = ReturnType<typeof groupsIn>;

export const isOperation = ({ path }: Source): boolean => path.startsWith(prefix);
