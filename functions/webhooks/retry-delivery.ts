import { claimDelivery, giveUp } from '../../domain/webhooks/delivery.ts';
import { endpointAllows } from '../../domain/webhooks/lifecycle.ts';
import { subscribe } from '../_kit/implement.ts';
import type { PortsOf } from '../_kit/ports.ts';
import type { StoredDelivery } from '../_kit/store.ts';
import { dueItemOf } from '../_kit/wake-up.ts';
import { webhooks } from './contract.ts';
import { noteMissed } from './note-missed.ts';
import { patienceMs, sendDelivery } from './send-delivery.ts';
import { tellHealth } from './tell-health.ts';

const contract = webhooks.subscribers.retryDelivery;
type Ports = PortsOf<typeof contract>;
type WakeUp = { readonly id: string; readonly at: string; readonly now: string };

/** Takes the delivery for one attempt, or takes away a wake-up for which there is nothing to do. */
const claimed = async (
  { deliveries }: Ports,
  stored: StoredDelivery | undefined,
  { id, at, now }: WakeUp,
): Promise<StoredDelivery | undefined> => {
  const delivery = stored === undefined ? undefined : claimDelivery(stored.delivery, at, now);
  if (stored === undefined || delivery === undefined) {
    await deliveries.answered(id, at, stored);
    return undefined;
  }
  // Who comes second finds that the first has it.
  return (await deliveries.put(delivery, stored, at)) ? { version: stored.version + 1, delivery } : undefined;
};

/** A delivery whose wake-up has come is claimed before it is sent: the clockwork tells of it until it is. */
export const subscriber = subscribe(contract, async ({ event, tenant, now, ports }) => {
  const { id, at } = dueItemOf(event);
  const [stored] = await ports.deliveries.find([id]);
  const mine = await claimed(ports, stored, { id, at, now });
  if (mine === undefined) return;
  const { endpoint } = await ports.load({ endpoint: mine.delivery.endpointId });
  if (endpoint === undefined || !endpointAllows(endpoint.status, 'send')) {
    const { type, time, root } = mine.delivery.event;
    if (endpoint !== undefined && root !== undefined)
      await noteMissed(ports, endpoint, { type, time, subject: root.id }, now);
    await ports.deliveries.put(giveUp(mine.delivery), mine);
    return;
  }
  await sendDelivery(ports, { endpoint, stored: mine }, { tenant, now, patienceMs }, (tried) =>
    tellHealth(ports, endpoint, tried, now),
  );
});
