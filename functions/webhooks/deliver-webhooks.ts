import { objectOf } from '../../domain/audit/object-of.ts';
import { isUnsent, openDelivery } from '../../domain/webhooks/delivery.ts';
import type { DeliveredEvent, Endpoint } from '../../domain/webhooks/schema.ts';
import { wantsEvent } from '../../domain/webhooks/wants-event.ts';
import type { CloudEvent } from '../_kit/cloud-event.ts';
import { subscribe } from '../_kit/implement.ts';
import type { PortsOf } from '../_kit/ports.ts';
import { webhooks } from './contract.ts';
import { noteMissed } from './note-missed.ts';
import { begun, patienceMs, sendDelivery } from './send-delivery.ts';
import { isHeld, slotsOf } from './slots.ts';
import { tellHealth } from './tell-health.ts';

const contract = webhooks.subscribers.deliverWebhooks;
type Ports = PortsOf<typeof contract>;
type Given = { readonly tenant: string; readonly now: string };

/** All endpoints of the tenant, as they are at this moment. */
const endpointsOf = async (ports: Ports): Promise<readonly Endpoint[]> => {
  const { holders } = await ports.load({}, slotsOf(ports));
  const ids = holders.filter(isHeld);
  if (ids.length === 0) return [];
  const { endpoint } = await ports.load({ endpoint: ids });
  return endpoint.filter((one) => one !== undefined);
};

const deliveredEvent = ({ id, type, subject, time, sequence }: CloudEvent): DeliveredEvent => ({
  ...{ id, type, time, origin: 'record' },
  root: { kind: objectOf(subject).root.kind, id: subject, seq: sequence, n: Number(id.split('.').at(-1)) },
});

/**
 * A delivery stands before anything is sent, so that one which is cut off is found by the event when it comes again. An
 * endpoint that is failing is left to its wake-ups: a receiver that hangs may hold up no other.
 */
const deliverTo = async (ports: Ports, endpoint: Endpoint, event: CloudEvent, { tenant, now }: Given) => {
  const { endpointId, failingSince } = endpoint;
  const deliveryId = ports.idFrom('dlv', endpointId, event.id);
  const begin = { now, ...(failingSince !== undefined && { wakeAt: now }) };
  const stored = await begun(ports, openDelivery({ deliveryId, endpointId }, deliveredEvent(event), begin));
  // One that has a wake-up is sent by it, and whoever was cut off before sending has left none.
  if (!isUnsent(stored.delivery) || stored.delivery.nextAttemptAt !== undefined) return;
  await sendDelivery(ports, { endpoint, stored }, { tenant, now, patienceMs }, (tried) =>
    tellHealth(ports, endpoint, tried, now),
  );
};

/** What is on the bus but in no record was never committed, and nobody is told of it. */
const isCommitted = async ({ deliveries }: Ports, event: CloudEvent): Promise<boolean> => {
  const { root } = deliveredEvent(event);
  return root !== undefined && (await deliveries.record(root)) !== undefined;
};

export const subscriber = subscribe(contract, async ({ event, tenant, now, ports }) => {
  const all = await endpointsOf(ports);
  for (const endpoint of all) await noteMissed(ports, endpoint, event, now);
  const endpoints = all.filter((endpoint) => wantsEvent(endpoint, event));
  if (endpoints.length === 0 || !(await isCommitted(ports, event))) return;
  const told = await Promise.allSettled(endpoints.map((one) => deliverTo(ports, one, event, { tenant, now })));
  const failed = told.find(({ status }) => status === 'rejected');
  // The others have been told; the event comes again for this one, and finds that.
  if (failed?.status === 'rejected') throw failed.reason;
});
