import type { DeliveredEvent, Delivery, Endpoint, Replay } from '../../../domain/webhooks/schema.ts';

export const now = '2026-11-23T08:00:00.000Z';
export const idOf = (prefix: string, n = 1): string => `${prefix}_${String(n).padStart(26, '0')}`;
export const rules = { loopback: false, ownAccount: '123456789012' };
export const url = 'https://shop.example/hooks';

export const aSecret = (n = 1) => ({ secretId: idOf('whs', n), addedAt: now });

/** An endpoint that is well and wants everything. */
export const anEndpoint = (change: Partial<Endpoint> = {}): Endpoint => ({
  endpointId: idOf('whe'),
  url,
  types: [],
  payload: 'full',
  status: 'enabled',
  slot: 'slot-1',
  createdAt: now,
  secrets: [aSecret()],
  ...change,
});

export const anEvent = (change: Partial<DeliveredEvent> = {}): DeliveredEvent => ({
  id: `${idOf('pol')}.1.1`,
  type: 'policy.bound',
  time: now,
  origin: 'record',
  root: { kind: 'policy', id: idOf('pol'), seq: 1, n: 1 },
  ...change,
});

export const aDelivery = (change: Partial<Delivery> = {}): Delivery => ({
  deliveryId: idOf('dlv'),
  endpointId: idOf('whe'),
  event: anEvent(),
  status: 'pending',
  createdAt: now,
  round: 1,
  roundAttempts: 0,
  attemptCount: 0,
  attempts: [],
  nextAttemptAt: now,
  ...change,
});

export const aReplay = (change: Partial<Replay> = {}): Replay => ({
  replayId: idOf('rpl'),
  missed: false,
  from: '2026-11-22T00:00:00.000Z',
  to: '2026-11-23T00:00:00.000Z',
  status: 'running',
  position: 0,
  looked: 0,
  sent: 0,
  requestedAt: now,
  ...change,
});
