import { addMinutes } from '../../domain/shared/zone.ts';
import { isUnsent } from '../../domain/webhooks/delivery.ts';
import type { Delivery, Endpoint } from '../../domain/webhooks/schema.ts';
import type { Instant } from '../_kit/clock.ts';
import type { StoredDelivery } from '../_kit/store.ts';
import { begun, sendDelivery, shortPatienceMs } from './send-delivery.ts';
import type { SendingPorts } from './sending.ts';

/** Where nothing becomes of the endpoint itself, only the answer is kept. */
export const nothing = { events: [], postings: [] } as const;

type Given = { readonly tenant: string; readonly now: Instant };

/** What is sent within a request is sent by its wake-up a minute later, if the request is cut off before. */
export const withinRequest = (now: Instant): { readonly now: Instant; readonly wakeAt: Instant } => ({
  now,
  wakeAt: addMinutes(now, 1),
});

/** Sends a delivery that stands, unless an attempt of the same request has sent it already. */
export const sendOnce = async (
  ports: SendingPorts,
  endpoint: Endpoint,
  stored: StoredDelivery,
  { tenant, now }: Given,
): Promise<Delivery> => {
  if (!isUnsent(stored.delivery)) return stored.delivery;
  const sent = await sendDelivery(ports, { endpoint, stored }, { tenant, now, patienceMs: shortPatienceMs });
  return sent ?? stored.delivery;
};

/** Makes a delivery durable, sends it within the request, and gives it with its attempt. */
export const sentNow = async (ports: SendingPorts, endpoint: Endpoint, wished: Delivery, given: Given) =>
  sendOnce(ports, endpoint, await begun(ports, wished), given);
