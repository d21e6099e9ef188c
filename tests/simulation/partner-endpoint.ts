import type { CloudEvent } from '../../functions/_kit/cloud-event.ts';
import type { Injector } from './faults.ts';
import type { Scheduler } from './scheduler.ts';

/**
 * A partner's own target on the bus. It refuses, hangs and answers after it gave up, as partners do; what it has taken
 * it remembers by the event's id.
 */
export const misbehavingPartner = (scheduler: Scheduler, faults: Injector) => {
  const taken = new Map<string, CloudEvent>();
  const take = async (events: readonly CloudEvent[]): Promise<readonly string[]> => {
    await scheduler.gate();
    const fault = faults.at('partner');
    if (fault === 'partner-hangs') return scheduler.crash();
    if (fault !== 'partner-refuses') for (const event of events) taken.set(event.id, event);
    return fault === undefined ? [] : events.map(({ id }) => id);
  };
  return { id: 'partner', take, taken: taken as ReadonlyMap<string, CloudEvent> };
};
