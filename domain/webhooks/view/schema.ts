import * as z from 'zod';
import { Instant, OffsetDateTime } from '../../shared/schema.ts';
import { missedOrWindow, saysSomething, urlOrBus } from '../checks.ts';
import { ToldType } from '../event-types/schema.ts';
import {
  DeliveredEvent,
  Delivery,
  DeliveryId,
  DisabledFor,
  Endpoint,
  EndpointId,
  EndpointName,
  EndpointStatus,
  EndpointUrl,
  EventBusArn,
  PayloadForm,
  WebhookSecretId,
} from '../schema.ts';

const Filter = z
  .array(ToldType)
  .max(100)
  .meta({ description: 'Only events of these types; all of them if empty.', example: ['policy.bound'] });
const oneTarget = { message: 'Give a URL or an EventBridge bus, and not both.' };

export const CreateEndpoint = z
  .strictObject({
    name: EndpointName.optional(),
    url: EndpointUrl.optional(),
    eventBusArn: EventBusArn.optional(),
    types: Filter.default([]),
    payload: PayloadForm.default('full'),
  })
  .refine(urlOrBus, oneTarget)
  .meta({ id: 'CreateWebhookEndpoint', description: 'Where you want to be told, and of what.' });

export const ChangeEndpoint = z
  .strictObject({
    name: EndpointName.optional(),
    url: EndpointUrl.optional(),
    eventBusArn: EventBusArn.optional(),
    types: Filter.optional(),
    payload: PayloadForm.optional(),
  })
  .refine(saysSomething, { message: 'Say what is to change.' })
  .meta({ id: 'ChangeWebhookEndpoint', description: 'What changes; whatever is left out stays as it is.' });

const secretView = z
  .strictObject({ secretId: WebhookSecretId, addedAt: Instant })
  .meta({ description: 'A live signing secret by its id; the secret itself cannot be shown again.' });

const { position: _inside, ...replayShape } = Endpoint.shape.replay.unwrap().shape;
const ReplayView = z
  .strictObject(replayShape)
  .meta({ id: 'WebhookReplay', description: 'A replay: what it is about, and how far it has come.' });

export const EndpointView = z
  .strictObject({
    endpointId: EndpointId,
    name: EndpointName.optional(),
    url: z.string().optional().meta({ description: 'Where webhooks are sent.' }),
    eventBusArn: z.string().optional().meta({ description: 'The bus that gets the events instead.' }),
    types: z.array(z.string()).meta({ description: 'Only events of these types; all of them if empty.' }),
    payload: PayloadForm,
    status: EndpointStatus,
    createdAt: Instant,
    secrets: z.array(secretView).meta({ description: 'The live signing secrets, at most two; a bus has none.' }),
    failingSince: Instant.optional().meta({ description: 'Since when it has taken nothing; absent while it is well.' }),
    missedFrom: Instant.optional().meta({ description: 'From when on it may have missed something.' }),
    disabledFor: DisabledFor.optional(),
    disabledAt: Instant.optional(),
    replay: ReplayView.optional(),
  })
  .meta({ id: 'WebhookEndpoint', description: 'An endpoint that is told what happens.' });

const SecretText = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{43}=$/)
  .meta({ description: 'Signs every webhook, after Standard Webhooks. It is shown here alone and kept nowhere.' });

export const EndpointWithSecret = EndpointView.extend({ secret: SecretText.optional() }).meta({
  id: 'WebhookEndpointWithSecret',
  description: 'An endpoint with the signing secret that was just made for it; a bus has none.',
});

const next = z.string().optional().meta({ description: 'Cursor of the next page; absent on the last.' });

export const EndpointPage = z
  .strictObject({ items: z.array(EndpointView).meta({ description: 'Endpoints, newest first.' }), next })
  .meta({ id: 'WebhookEndpointPage', description: 'A page of endpoints.' });

const { root: _root, ...eventShape } = DeliveredEvent.shape;
export const DeliveryView = z
  .strictObject({
    deliveryId: DeliveryId,
    endpointId: EndpointId,
    event: z.strictObject(eventShape).meta({ description: 'Which event it is.' }),
    status: Delivery.shape.status,
    createdAt: Instant,
    attemptCount: z.int().min(0).meta({ description: 'How often it was tried, in all rounds.' }),
    attempts: Delivery.shape.attempts.meta({ description: 'Every attempt, oldest first; the last hundred of more.' }),
    nextAttemptAt: Instant.optional().meta({ description: 'When it is tried again, by your tenant’s clock.' }),
  })
  .meta({ id: 'WebhookDelivery', description: 'The delivery of one event to one endpoint, with every attempt.' });

export const DeliveryPage = z
  .strictObject({ items: z.array(DeliveryView).meta({ description: 'Deliveries, newest first.' }), next })
  .meta({ id: 'WebhookDeliveryPage', description: 'A page of deliveries.' });

export const ReplayWish = z
  .strictObject({
    missed: z.literal(true).optional().meta({ description: 'What was never delivered since the endpoint was well.' }),
    from: OffsetDateTime.optional().meta({ description: 'Or: what was recorded from this instant on …' }),
    to: OffsetDateTime.optional().meta({ description: '… and before this one, delivered or not.' }),
  })
  .refine(missedOrWindow, { message: 'Give `missed`, or `from` and a later `to`.' })
  .meta({ id: 'WebhookReplayWish', description: 'Which past events are sent again.' });

export const FireEvent = z
  .strictObject({ type: ToldType, endpointId: EndpointId.optional() })
  .meta({ id: 'FireEvent', description: 'The type of event to rehearse; to one endpoint, or to all that want it.' });

export const Rehearsal = z
  .strictObject({ items: z.array(DeliveryView).meta({ description: 'One delivery for each endpoint.' }) })
  .meta({ id: 'WebhookRehearsal', description: 'What became of a rehearsed event.' });
