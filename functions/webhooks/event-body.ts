import { EventView } from '../../domain/events/view/schema.ts';
import type { DeliveredEvent, Delivery, Endpoint } from '../../domain/webhooks/schema.ts';
import { cloudEventsOf } from '../_kit/cloud-event.ts';
import { eventExamples } from './event-examples.ts';
import type { SendingPorts } from './sending.ts';

type Told = Pick<Delivery, 'event' | 'endpointId'> & { readonly tenant: string };

/** What an event of a record says, as GET /v1/events shows it; undefined where no such record was ever committed. */
const recorded = async ({ deliveries }: SendingPorts, { root, type }: DeliveredEvent): Promise<object | undefined> => {
  if (root === undefined) return undefined;
  const stored = await deliveries.record({ kind: root.kind, id: root.id, seq: root.seq });
  const event = stored === undefined ? undefined : cloudEventsOf(stored.record)[root.n];
  return event?.type === type ? EventView.parse(event) : undefined;
};

const envelope = ({ event: { id, type, time }, tenant }: Told) => ({
  ...{ specversion: '1.0', id, source: `/tenants/${tenant}`, type },
  ...{ time, datacontenttype: 'application/json', tenant, sequence: 1, requestid: id },
});

const ping = (told: Told): object => ({
  ...envelope(told),
  subject: told.endpointId,
  dataschema: '/schemas/events/webhook.ping.json',
  data: { endpointId: told.endpointId },
});

/** An event that never happened says so in its envelope. */
const rehearsal = (told: Told): object => {
  const { subject, dataschema, data } = eventExamples[told.event.type] ?? {};
  return { ...envelope(told), subject, dataschema, rehearsal: true, data };
};

const shown = async (ports: SendingPorts, told: Told): Promise<object | undefined> => {
  if (told.event.origin === 'ping') return ping(told);
  return told.event.origin === 'rehearsal' ? rehearsal(told) : recorded(ports, told.event);
};

/**
 * The bytes of a delivery, made anew for each attempt from the record, which never changes. A thin payload is the same
 * envelope without its data.
 */
export const bodyOf = async (
  ports: SendingPorts,
  told: Told,
  payload: Endpoint['payload'],
): Promise<string | undefined> => {
  const event = await shown(ports, told);
  if (event === undefined) return undefined;
  if (payload === 'full') return JSON.stringify(event);
  const { data: _data, ...thin } = event as { readonly data: unknown };
  return JSON.stringify(thin);
};
