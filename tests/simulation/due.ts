import type { DueStore } from '../../functions/_kit/store.ts';
import { keys } from '../../functions/_storage/keys.ts';
import type { InProcessEngine } from '../../local/engine/engine.ts';

const isDue = (pk: string): boolean => pk.startsWith('DUE#') && pk !== keys.watermark().pk;

/** Knows which wake-ups stand in the table, so that time can go from one to the next. */
export const standingWakeUps = (engine: InProcessEngine) => {
  const partitions = new Map<string, Map<string, { readonly at: string; readonly of: string }>>();
  engine.onCommit((changes) => {
    for (const { key, after } of changes) {
      if (!isDue(key.pk)) continue;
      const standing = partitions.get(key.pk) ?? new Map();
      if (after === undefined) standing.delete(key.sk);
      else standing.set(key.sk, { at: key.sk.slice(0, 24), of: key.sk.split('#')[2] ?? '' });
      if (standing.size === 0) partitions.delete(key.pk);
      else partitions.set(key.pk, standing);
    }
  });
  const standing = () => [...partitions.values()].flatMap((one) => [...one.values()]);
  return {
    standing,
    instants: (): readonly string[] =>
      standing()
        .map(({ at }) => at)
        .toSorted(),
    /** The store without the thousands of requests for minutes in which nothing is due. */
    sparse: (due: DueStore): DueStore => ({
      ...due,
      due: async (minute, until) =>
        partitions.has(keys.due(minute, until, '-', '-').pk) ? due.due(minute, until) : [],
    }),
  };
};
