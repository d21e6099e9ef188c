import { type Capability, kebab } from '../../../functions/_kit/contract.ts';
import type { Kind } from '../port.ts';

/** Whose dead letters a queue holds. */
export type Owner = { readonly name: string; readonly kind: Kind; readonly subscriber: string };

/** The outbox pipe's queue is called so (infra/outbox-pipe.ts). */
const outbox = 'outbox';

/** Whose each queue is, by the contracts; a queue that no contract explains is read, and nothing of it is replayed. */
export const ownersOf = (capabilities: readonly Capability[]): ((name: string) => Owner) => {
  const idsOf = (kind: 'subscribers' | 'schedules'): ReadonlyMap<string, string> =>
    new Map(capabilities.flatMap((one) => Object.values(one[kind])).map(({ id }) => [kebab(id), id]));
  const subscribers = idsOf('subscribers');
  const schedules = idsOf('schedules');
  return (name) => {
    const subscriber = subscribers.get(name);
    if (subscriber !== undefined) return { name, kind: 'subscriber', subscriber };
    const schedule = schedules.get(name);
    if (schedule !== undefined) return { name, kind: 'schedule', subscriber: schedule };
    return { name, kind: name === outbox ? 'outbox' : 'other', subscriber: name };
  };
};
