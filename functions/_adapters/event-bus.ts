import type { CloudEvent } from '../_kit/cloud-event.ts';
import type { Bus } from '../_kit/services.ts';
import { onTheBus } from '../_kit/settings.ts';
import { type BusEntry, type EventBridge, putEntry } from './put-events.ts';

export type BusAddress = EventBridge & { readonly busName: string };

const entryOf = (busName: string, event: CloudEvent): BusEntry => ({
  EventBusName: busName,
  Source: onTheBus.source,
  DetailType: onTheBus.detailType,
  Time: Date.parse(event.time) / 1000,
  Detail: JSON.stringify(event),
});

const putEvent = async (address: BusAddress, event: CloudEvent): Promise<void> => {
  const { status, refused } = await putEntry(address, entryOf(address.busName, event));
  if (status !== 200) throw new Error(`EventBridge answers ${status} for ${event.id}.`);
  if (refused !== 0) throw new Error(`EventBridge did not take ${event.id}.`);
};

/**
 * Puts events on the bus once more. One at a time, for together they may be more than the bus takes in one request, and
 * this is done for the few that were lost.
 */
export const eventBus = (address: BusAddress): Bus => ({
  publish: async (events) => {
    for (const event of events) await putEvent(address, event);
  },
});
