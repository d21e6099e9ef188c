import type { Endpoint } from '../../domain/webhooks/schema.ts';
import { missedBy } from '../../domain/webhooks/wants-event.ts';
import type { Instant } from '../_kit/clock.ts';
import type { PortsOf } from '../_kit/ports.ts';
import { besides } from '../_kit/signals.ts';
import type { sending } from './sending.ts';

type Ports = Pick<PortsOf<typeof sending & { readonly ifBroken: string }>, 'under'>;
type Event = Parameters<typeof missedBy>[1];

/** Notes what a switched-off endpoint misses, where it does not know of it yet. */
export const noteMissed = async (ports: Ports, endpoint: Endpoint, event: Event, now: Instant): Promise<void> => {
  if (missedBy(endpoint, event, now).length === 0) return;
  const unit = ports.under(`missed ${endpoint.endpointId}`);
  const { endpoint: found } = await unit.load({ endpoint: endpoint.endpointId });
  const events = found === undefined ? [] : missedBy(found, event, now);
  if (events.length > 0) await besides(() => unit.commit({ endpoint: { events, postings: [] } }, () => undefined));
};
