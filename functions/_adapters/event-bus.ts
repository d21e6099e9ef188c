import type { CloudEvent } from '../_kit/cloud-event.ts';
import type { Bus } from '../_kit/services.ts';
import { onTheBus } from '../_kit/settings.ts';
import { type SignedAt, signedRequest } from './signed-request.ts';

export type BusAddress = {
  readonly busName: string;
  readonly region: string;
  readonly credentials: SignedAt['credentials'];
  /** Where EventBridge is reached; its own endpoint of the Region unless said. */
  readonly endpoint?: string;
};

const entryOf = (busName: string, event: CloudEvent) => ({
  EventBusName: busName,
  Source: onTheBus.source,
  DetailType: onTheBus.detailType,
  Time: Date.parse(event.time) / 1000,
  Detail: JSON.stringify(event),
});

/** EventBridge answers 200 also where it took nothing, and says so in the body. */
const putEvent = async (address: BusAddress, event: CloudEvent): Promise<void> => {
  const body = JSON.stringify({ Entries: [entryOf(address.busName, event)] });
  const { region, credentials, endpoint } = address;
  const url = new URL(endpoint ?? `https://events.${region}.amazonaws.com/`);
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.PutEvents' };
  const at = { service: 'events', region, credentials } as const;
  const response = await signedRequest(at, { method: 'POST', url, headers, body });
  if (!response.ok) throw new Error(`EventBridge answers ${response.status} for ${event.id}.`);
  const { FailedEntryCount } = (await response.json()) as { readonly FailedEntryCount?: number };
  if (FailedEntryCount !== 0) throw new Error(`EventBridge did not take ${event.id}.`);
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
