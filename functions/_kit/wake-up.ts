import type { CloudEvent } from './cloud-event.ts';
import type { DueItem } from './store.ts';

/** What can be due: a policy that has something to do by itself, and a delivery that is tried again. */
export type WakeUpKind = 'policy' | 'delivery';
export type WakeUpType = `wake-up.${WakeUpKind}`;
export type WakeUp = Pick<DueItem, 'kind' | 'id' | 'at'>;

/**
 * Carries a due item to the capability that it belongs to, by the bus: its queue, repetitions, dead letters and alarm
 * serve it like any event. It is no fact and stands in no record; the same item is the same event however often it is
 * told.
 */
export const wakeUpEvent = (
  { tenant, kind, id, at }: DueItem,
  given: { readonly time: string; readonly requestId: string },
): CloudEvent<WakeUp> => ({
  specversion: '1.0',
  id: `due.${id}.${at}`,
  source: `/tenants/${tenant}`,
  type: `wake-up.${kind}` satisfies string,
  subject: id,
  time: given.time,
  datacontenttype: 'application/json',
  tenant,
  sequence: 0,
  requestid: given.requestId,
  data: { kind, id, at },
});

/** The due item that such an event tells of. */
export const dueItemOf = ({ tenant, data }: CloudEvent): DueItem => ({ tenant, ...(data as WakeUp) });
