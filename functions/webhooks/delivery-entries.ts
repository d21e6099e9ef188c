import { pick } from '../../domain/shared/refusal.ts';
import { sandboxRefusals } from '../../domain/shared/sandbox/refusals.ts';
import { webhookRefusals } from '../../domain/webhooks/refusals.ts';
import {
  DeliveryPage,
  DeliveryView,
  EndpointView,
  FireEvent,
  Rehearsal,
  ReplayWish,
} from '../../domain/webhooks/view/schema.ts';
import type { EndpointContract } from '../_kit/contract.ts';
import { DeliveriesQuery, DeliveryPath, EndpointPath } from './schema.ts';
import { sending } from './sending.ts';

const params = EndpointPath;
const reader = {
  method: 'GET',
  caller: 'partner',
  scope: 'webhooks:read',
  success: 200,
  reads: ['endpoint'],
  writes: [],
  emits: [],
  uses: [],
  lists: ['deliveries'],
} as const;
const writer = { method: 'POST', caller: 'partner', scope: 'webhooks:write' } as const;
/** What is sent at a caller's wish tells nobody about the endpoint's health, and leaves no record. */
const sendsNow = { ...writer, ...sending, emits: [], success: 201 } as const;
const few = { perSecond: 5, burst: 20 } as const;

/** The entries about what is sent, and about what was. */
export const deliveryEntries = {
  listDeliveries: {
    ...reader,
    path: '/webhook-endpoints/{endpointId}/deliveries',
    summary: 'List what was sent to an endpoint, newest first',
    params,
    query: DeliveriesQuery,
    response: DeliveryPage,
    refusals: pick(webhookRefusals, 'endpoint-not-found'),
    ifBroken: 'Partners cannot see what was sent to them, and what became of it.',
  },
  getDelivery: {
    ...reader,
    path: '/webhook-endpoints/{endpointId}/deliveries/{deliveryId}',
    summary: 'Get a delivery with every attempt',
    params: DeliveryPath,
    response: DeliveryView,
    refusals: pick(webhookRefusals, 'endpoint-not-found', 'delivery-not-found'),
    ifBroken: 'Partners cannot see why a webhook did not come.',
  },
  resendDelivery: {
    ...sendsNow,
    path: '/webhook-endpoints/{endpointId}/deliveries/{deliveryId}/retry',
    summary: 'Send a delivery again, now',
    description:
      'Delivered or not. It is sent before the answer comes, which shows the attempt; if it fails, the schedule begins anew.',
    limit: few,
    params: DeliveryPath,
    response: DeliveryView,
    refusals: pick(webhookRefusals, 'endpoint-not-found', 'delivery-not-found', 'endpoint-state-refuses'),
    ifBroken: 'Partners who have mended their endpoint wait for the schedule.',
  },
  pingWebhookEndpoint: {
    ...sendsNow,
    path: '/webhook-endpoints/{endpointId}/ping',
    summary: 'Try an endpoint',
    description: 'Sends `webhook.ping` before the answer comes, which shows the attempt. It is tried once.',
    limit: few,
    params,
    response: DeliveryView,
    refusals: pick(webhookRefusals, 'endpoint-not-found', 'endpoint-state-refuses'),
    ifBroken: 'Partners cannot try whether their endpoint works.',
  },
  replayWebhooks: {
    ...writer,
    path: '/webhook-endpoints/{endpointId}/replay',
    object: 'endpoint',
    summary: 'Have past events sent again',
    description:
      'Everything that was recorded in a window of time, or what was missed: never delivered since the endpoint was well. They are sent off in the order of the feed, several at once, as fast as the endpoint takes them; the endpoint shows how far it has come.',
    params,
    body: ReplayWish,
    response: EndpointView,
    success: 202,
    refusals: pick(webhookRefusals, 'endpoint-not-found', 'endpoint-state-refuses', 'replay-running', 'nothing-missed'),
    reads: ['endpoint'],
    writes: ['endpoint'],
    emits: ['endpoint.replay-requested'],
    uses: [],
    ifBroken: 'Partners do not get again what they have missed.',
  },
  fireEvent: {
    ...sendsNow,
    path: '/sandbox/events',
    summary: 'Rehearse an event, in a sandbox',
    description:
      'Sends the example of the catalogue, marked with `"rehearsal": true`, to one endpoint or to all that want its type. It never happened: no record and no list of events shows it.',
    limit: few,
    body: FireEvent,
    response: Rehearsal,
    unique: true,
    refusals: {
      ...sandboxRefusals,
      ...pick(webhookRefusals, 'endpoint-not-found', 'endpoint-state-refuses'),
    },
    ifBroken: 'Partners cannot try how they take an event before it happens.',
  },
} as const satisfies Readonly<Record<string, EndpointContract>>;
