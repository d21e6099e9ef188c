import type { CloudEvent } from '../../functions/_kit/cloud-event.ts';
import { react } from '../../functions/_kit/react.ts';
import { subscriber } from '../../functions/alerts/raise-alerts.ts';
import type { aWorld } from './world.ts';

type World = Awaited<ReturnType<typeof aWorld>>;

/** An event as the bus delivers it, of money that fits nowhere unless something else is said. */
export const anEvent = (change: Partial<CloudEvent> = {}): CloudEvent => ({
  specversion: '1.0',
  id: 'unm_01jd8x2k7v5m3q9w4t6y8r0z1b.1.1',
  source: '/tenants/shop-a',
  type: 'unmatched.received',
  subject: 'unm_01jd8x2k7v5m3q9w4t6y8r0z1b',
  time: '2026-11-23T08:00:00.000Z',
  datacontenttype: 'application/json',
  dataschema: '/schemas/events/unmatched.received.json',
  tenant: 'shop-a',
  sequence: 1,
  requestid: 'req_1',
  data: {
    unmatchedId: 'unm_01jd8x2k7v5m3q9w4t6y8r0z1b',
    paymentId: 'pi_1',
    amount: 432,
    currency: 'CNY',
    reason: 'wrong-amount',
    receivedAt: '2026-11-23T08:00:00.000Z',
  },
  ...change,
});

export const operator = { kind: 'person', id: 'person-1', roles: ['operator'] } as const;

/** Raises the alert of an event, and gives its id as staff find it in the queue. */
export const raiseFor = async (world: World, event: CloudEvent): Promise<void> =>
  react(subscriber, event, world.platform);

type Listed = { readonly items: readonly { readonly alertId: string; readonly status: string }[] };

/** The open alerts of a tenant, oldest first. */
export const openAlerts = async (world: World, tenant = 'shop-a'): Promise<Listed['items']> => {
  const answer = await world.call('listAlerts', { as: operator, tenant });
  return (answer.body as Listed).items;
};
