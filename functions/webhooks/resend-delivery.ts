import { refuse } from '../../domain/shared/decision.ts';
import { reopenDelivery } from '../../domain/webhooks/delivery.ts';
import { endpointAllows } from '../../domain/webhooks/lifecycle.ts';
import { implement } from '../_kit/implement.ts';
import { raise } from '../_kit/signals.ts';
import type { StoredDelivery } from '../_kit/store.ts';
import { webhooks } from './contract.ts';
import type { SendingPorts } from './sending.ts';
import { nothing, sendOnce, withinRequest } from './sent-now.ts';
import { deliveryView } from './view.ts';

type Wish = { readonly replayId: string; readonly now: string };

/** Begins a new round, once for each request however often it comes. */
const reopened = async (
  { deliveries }: SendingPorts,
  stored: StoredDelivery,
  { replayId, now }: Wish,
): Promise<StoredDelivery> => {
  if (stored.delivery.replayId === replayId) return stored;
  const again = reopenDelivery(stored.delivery, withinRequest(now).wakeAt, replayId);
  if (await deliveries.put(again, stored)) return { version: stored.version + 1, delivery: again };
  return raise({ signal: 'raced' });
};

export const endpoint = implement(webhooks.endpoints.resendDelivery, async ({ tenant, params, now, ports }) => {
  const { endpointId, deliveryId } = params;
  const { endpoint } = await ports.load({ endpoint: endpointId });
  if (endpoint === undefined) return refuse('endpoint-not-found', { endpointId });
  const [stored] = await ports.deliveries.find([deliveryId]);
  if (stored?.delivery.endpointId !== endpointId) return refuse('delivery-not-found', { deliveryId });
  const { status } = endpoint;
  if (!endpointAllows(status, 'send')) return refuse('endpoint-state-refuses', { status, command: 'send' });

  const wish = { replayId: ports.newId('rpl'), now };
  const delivery = await sendOnce(ports, endpoint, await reopened(ports, stored, wish), { tenant, now });
  return ports.commit({ endpoint: nothing }, () => deliveryView(delivery));
});
