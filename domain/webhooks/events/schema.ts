import * as z from 'zod';
import { Instant } from '../../shared/schema.ts';
import { DisabledFor, EndpointId, EndpointName, PayloadForm, ReplayId, WebhookSecretId } from '../schema.ts';

const own = { endpointId: EndpointId, at: Instant };
const missedFrom = Instant.meta({ description: 'Events recorded since then may have been missed.' });
const target = {
  name: EndpointName.optional(),
  url: z.string().optional().meta({ description: 'Where webhooks are sent.' }),
  eventBusArn: z.string().optional().meta({ description: 'The EventBridge bus that gets the events instead.' }),
  types: z.array(z.string()).meta({ description: 'Only these event types; all if empty.', example: ['policy.bound'] }),
  payload: PayloadForm,
};
const ofReplay = { endpointId: EndpointId, replayId: ReplayId };
const progress = {
  position: z.int().min(0).meta({ description: 'How far in the feed it has come.', example: 120 }),
  looked: z.int().min(0).meta({ description: 'How many records were looked at.', example: 120 }),
  sent: z.int().min(0).meta({ description: 'How many deliveries were begun.', example: 3 }),
};

/** The data of every event of an endpoint. No secret is in any of them: an id of one earns nothing. */
export const endpointEvents = {
  'endpoint.created': z
    .strictObject({
      endpointId: EndpointId,
      ...target,
      slot: z.string().meta({ description: 'Keyed hash of the place that it takes among its tenant’s endpoints.' }),
      secretId: WebhookSecretId.optional(),
      createdAt: Instant,
    })
    .meta({ description: 'An endpoint was made; from here on it is told what happens.' }),
  'endpoint.changed': z
    .strictObject({ ...own, ...target })
    .meta({ description: 'An endpoint got another address, filter or payload.' }),
  'endpoint.disabled': z
    .strictObject({ ...own, reason: DisabledFor, missedFrom })
    .meta({ description: 'Nothing is sent to an endpoint any more.' }),
  'endpoint.enabled': z.strictObject(own).meta({ description: 'An endpoint is told again what happens.' }),
  'endpoint.deleted': z.strictObject(own).meta({ description: 'An endpoint was deleted for ever.' }),
  'endpoint.secret-added': z
    .strictObject({ ...own, secretId: WebhookSecretId })
    .meta({ description: 'An endpoint got a second signing secret: both sign until one is retired.' }),
  'endpoint.secret-retired': z
    .strictObject({ ...own, secretId: WebhookSecretId })
    .meta({ description: 'A signing secret of an endpoint signs no more.' }),
  'endpoint.failing': z
    .strictObject({ ...own, missedFrom })
    .meta({ description: 'An endpoint keeps failing; after five days of it, it is disabled.' }),
  'endpoint.missed': z
    .strictObject({ ...own, missedFrom })
    .meta({ description: 'An event came late, when its endpoint was switched off already.' }),
  'endpoint.recovered': z.strictObject(own).meta({ description: 'An endpoint that was failing has taken something.' }),
  'endpoint.replay-requested': z
    .strictObject({
      ...ofReplay,
      missed: z.boolean().meta({ description: 'Only what was never delivered.' }),
      from: Instant,
      to: Instant,
      at: Instant,
    })
    .meta({ description: 'Past events are to be sent to an endpoint again.' }),
  'endpoint.replay-advanced': z
    .strictObject({ ...ofReplay, ...progress })
    .meta({ description: 'A replay has come further.' }),
  'endpoint.replay-ended': z
    .strictObject({ ...ofReplay, ...progress, at: Instant })
    .meta({ description: 'A replay has found all that it is about.' }),
};
