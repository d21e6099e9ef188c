import { refuse } from '../../domain/shared/decision.ts';
import { openDelivery } from '../../domain/webhooks/delivery.ts';
import { endpointAllows } from '../../domain/webhooks/lifecycle.ts';
import type { Endpoint } from '../../domain/webhooks/schema.ts';
import { wantsEvent } from '../../domain/webhooks/wants-event.ts';
import { implement } from '../_kit/implement.ts';
import { isSandbox } from '../_kit/sandbox.ts';
import { webhooks } from './contract.ts';
import { nothing, sentNow, withinRequest } from './sent-now.ts';
import { isHeld, slotsOf } from './slots.ts';
import { deliveryView } from './view.ts';

const isThere = (endpoint: Endpoint | undefined): endpoint is Endpoint => endpoint !== undefined;

export const endpoint = implement(webhooks.endpoints.fireEvent, async ({ tenant, body, now, wall, ports }) => {
  const { type, endpointId } = body;
  if (!isSandbox(tenant)) return refuse('sandbox-only');
  const { holders } = await ports.load({}, slotsOf(ports));
  const ids = endpointId === undefined ? holders.filter(isHeld) : [endpointId];
  const found = await ports.load({ endpoint: ids });
  const endpoints = found.endpoint.filter(isThere);
  const [named] = endpoints;
  if (endpointId !== undefined) {
    if (named === undefined) return refuse('endpoint-not-found', { endpointId });
    const { status } = named;
    if (!endpointAllows(status, 'send')) return refuse('endpoint-state-refuses', { status, command: 'send' });
  }
  const event = { id: ports.newId('rhs'), type, time: wall, origin: 'rehearsal' } as const;
  // Whoever is named gets it whatever its filter says: that is what it is named for.
  const told = endpointId === undefined ? endpoints.filter((one) => wantsEvent(one, { type, subject: '' })) : endpoints;
  const sent = await Promise.all(
    told.map((one) => {
      const ids = { deliveryId: ports.idFrom('dlv', one.endpointId, event.id), endpointId: one.endpointId };
      return sentNow(ports, one, openDelivery(ids, event, withinRequest(now)), { tenant, now });
    }),
  );
  return ports.commit({ endpoint: found.endpoint.map(() => nothing) }, () => ({ items: sent.map(deliveryView) }));
});
