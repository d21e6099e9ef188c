import { pick } from '../../domain/shared/refusal.ts';
import { toldTypes } from '../../domain/webhooks/event-types/schema.ts';
import { webhookRefusals } from '../../domain/webhooks/refusals.ts';
import {
  ChangeEndpoint,
  CreateEndpoint,
  EndpointPage,
  EndpointView,
  EndpointWithSecret,
} from '../../domain/webhooks/view/schema.ts';
import { capability } from '../_kit/contract.ts';
import { pageQuery } from '../_kit/queries/schema.ts';
import { deliveryEntries } from './delivery-entries.ts';
import { EndpointPath, EndpointSecretPath } from './schema.ts';
import { sending } from './sending.ts';

const params = EndpointPath;
const reader = { method: 'GET', caller: 'partner', scope: 'webhooks:read', success: 200 } as const;
const writer = { method: 'POST', caller: 'partner', scope: 'webhooks:write' } as const;
const quiet = { reads: ['endpoint'], writes: [], emits: [], uses: [] } as const;
const onEndpoint = {
  ...writer,
  object: 'endpoint',
  params,
  success: 201,
  response: EndpointView,
  reads: ['endpoint'],
  writes: ['endpoint'],
  uses: [],
} as const;
const known = ['endpoint-not-found', 'endpoint-state-refuses'] as const;

export const webhooks = capability('webhooks', {
  endpoints: {
    createWebhookEndpoint: {
      ...writer,
      path: '/webhook-endpoints',
      object: 'endpoint',
      summary: 'Have yourself told what happens',
      description:
        'Events of yours are sent to the URL as webhooks after Standard Webhooks, or put on an EventBridge bus of your own. The signing secret is shown once; the same key and body show it again.',
      secretAnswer: true,
      body: CreateEndpoint,
      response: EndpointWithSecret,
      success: 201,
      refusals: pick(webhookRefusals, 'target-refused', 'too-many-endpoints', 'endpoint-state-refuses'),
      reads: ['endpoint'],
      writes: ['endpoint'],
      emits: ['endpoint.created'],
      unique: true,
      uses: ['webhookRules'],
      ifBroken: 'Partners cannot begin to be told what happens.',
    },
    listWebhookEndpoints: {
      ...reader,
      ...quiet,
      path: '/webhook-endpoints',
      summary: 'List endpoints, newest first',
      query: pageQuery,
      response: EndpointPage,
      refusals: {},
      lists: ['byKind'],
      ifBroken: 'Partners cannot see where they are told.',
    },
    getWebhookEndpoint: {
      ...reader,
      ...quiet,
      path: '/webhook-endpoints/{endpointId}',
      object: 'endpoint',
      summary: 'Get an endpoint',
      params,
      response: EndpointView,
      refusals: pick(webhookRefusals, 'endpoint-not-found'),
      ifBroken: 'Partners cannot see whether an endpoint is well.',
    },
    changeWebhookEndpoint: {
      ...onEndpoint,
      path: '/webhook-endpoints/{endpointId}/changes',
      summary: 'Change an endpoint',
      body: ChangeEndpoint,
      refusals: pick(webhookRefusals, ...known, 'target-refused'),
      emits: ['endpoint.changed'],
      uses: ['webhookRules'],
      ifBroken: 'Partners cannot move an endpoint to another address.',
    },
    disableWebhookEndpoint: {
      ...onEndpoint,
      path: '/webhook-endpoints/{endpointId}/disable',
      summary: 'Send nothing to an endpoint for now',
      refusals: pick(webhookRefusals, ...known),
      emits: ['endpoint.disabled'],
      ifBroken: 'Partners cannot stop webhooks while they mend what takes them.',
    },
    enableWebhookEndpoint: {
      ...onEndpoint,
      path: '/webhook-endpoints/{endpointId}/enable',
      summary: 'Send to an endpoint again',
      description: 'What was missed meanwhile is sent when you ask for a replay of it.',
      refusals: pick(webhookRefusals, ...known),
      emits: ['endpoint.enabled'],
      ifBroken: 'Partners whose endpoint was disabled learn of nothing any more.',
    },
    deleteWebhookEndpoint: {
      ...onEndpoint,
      path: '/webhook-endpoints/{endpointId}/delete',
      summary: 'Delete an endpoint for ever',
      refusals: pick(webhookRefusals, ...known),
      emits: ['endpoint.deleted'],
      unique: true,
      ifBroken: 'Partners cannot make room for another endpoint.',
    },
    addWebhookSecret: {
      ...onEndpoint,
      path: '/webhook-endpoints/{endpointId}/secrets',
      summary: 'Add a second signing secret',
      description: 'Both sign until one is retired, so that a rotation breaks nothing. The secret is shown once.',
      secretAnswer: true,
      response: EndpointWithSecret,
      refusals: pick(webhookRefusals, ...known, 'too-many-webhook-secrets'),
      emits: ['endpoint.secret-added'],
      ifBroken: 'Partners cannot rotate their signing secrets.',
    },
    retireWebhookSecret: {
      ...onEndpoint,
      path: '/webhook-endpoints/{endpointId}/secrets/{webhookSecretId}/retire',
      summary: 'Retire a signing secret',
      params: EndpointSecretPath,
      refusals: pick(webhookRefusals, ...known, 'webhook-secret-not-found', 'last-webhook-secret'),
      emits: ['endpoint.secret-retired'],
      ifBroken: 'Partners cannot end a signing secret that somebody else may know.',
    },
    ...deliveryEntries,
  },
  subscribers: {
    deliverWebhooks: {
      ...sending,
      summary: 'Sends each event to the endpoints that want it',
      on: toldTypes,
      atOnce: 50,
      unique: true,
      ifBroken: 'Partners are not told what happens to their policies and claims.',
      promise: 'evidence-holds',
    },
    retryDelivery: {
      ...sending,
      summary: 'Sends again what an endpoint has not taken, when it is due',
      on: ['wake-up.delivery'],
      atOnce: 50,
      ifBroken: 'Partners whose endpoint failed for a moment are not told what happened then.',
      promise: 'evidence-holds',
    },
    runReplay: {
      summary: 'Looks for the past events that a replay is about, and has them sent',
      on: ['endpoint.replay-requested', 'endpoint.replay-advanced'],
      reads: ['endpoint'],
      writes: ['endpoint'],
      emits: ['endpoint.replay-advanced', 'endpoint.replay-ended'],
      lists: ['feed'],
      uses: [],
      internals: ['deliveries'],
      ifBroken: 'Partners do not get again what they have missed.',
    },
  },
});
