import { isGone, isTaken } from '../../domain/webhooks/delivery.ts';
import { failuresThatCount, judgeEndpoint } from '../../domain/webhooks/judge-endpoint.ts';
import type { Endpoint } from '../../domain/webhooks/schema.ts';
import type { Instant } from '../_kit/clock.ts';
import type { PortsOf } from '../_kit/ports.ts';
import { besides } from '../_kit/signals.ts';
import type { Tried } from './send-delivery.ts';
import type { sending } from './sending.ts';

type Ports = Pick<PortsOf<typeof sending & { readonly ifBroken: string }>, 'under'>;

/** Most attempts tell nothing new of their endpoint, and then it is not read again. */
const mayMatter = ({ failingSince }: Endpoint, { delivery, heard }: Tried): boolean => {
  if (isTaken(heard)) return failingSince !== undefined;
  return failingSince !== undefined || isGone(heard) || delivery.roundAttempts >= failuresThatCount;
};

/** Tells the endpoint's own history what an attempt says of its health, where that is news. */
export const tellHealth = async (ports: Ports, endpoint: Endpoint, tried: Tried, now: Instant): Promise<void> => {
  if (!mayMatter(endpoint, tried)) return;
  const { delivery, heard, sentAt } = tried;
  const unit = ports.under(`health ${delivery.deliveryId} ${delivery.attemptCount} ${sentAt}`);
  const found = await unit.load({ endpoint: endpoint.endpointId });
  if (found.endpoint === undefined) return;
  const events = judgeEndpoint(found.endpoint, delivery, heard, now);
  if (events.length > 0) await besides(() => unit.commit({ endpoint: { events, postings: [] } }, () => undefined));
};
