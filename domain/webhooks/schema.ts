import * as z from 'zod';
import { type Fact, Instant, idOf } from '../shared/schema.ts';

export const EndpointId = idOf('whe', 'The endpoint.');
export const WebhookSecretId = idOf('whs', 'A signing secret of an endpoint.');
export const DeliveryId = idOf('dlv', 'The delivery of one event to one endpoint.');
export const ReplayId = idOf('rpl', 'A replay.');

export const EndpointName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .meta({ description: 'A name by which you know it again; no personal data.', example: 'Order system' });

export const EndpointUrl = z
  .string()
  .min(10)
  .max(2_048)
  .meta({ description: 'Where webhooks are sent, by HTTPS.', example: 'https://shop.example/webhooks/bindery' });

export const EventBusArn = z
  .string()
  .regex(/^arn:aws[a-z-]{0,12}:events:[a-z]{2}[a-z0-9-]{3,20}:\d{12}:event-bus\/[\w./-]{1,256}$/)
  .meta({
    description: 'An EventBridge bus in an AWS account of your own, whose policy lets this platform put events.',
    example: 'arn:aws:events:eu-central-1:111122223333:event-bus/insurance',
  });

export const PayloadForm = z.enum(['full', 'thin']).meta({
  description: '`full`: the whole event, as GET /v1/events shows it; `thin`: the same envelope without `data`.',
});

/** What is delivered of an event type is named by it; the list of types is in `event-types/`. */
export const FilterTypes = z
  .array(z.string().regex(/^[a-z.-]{1,80}$/))
  .max(100)
  .meta({ description: 'Only events of these types; all of them if empty.', example: ['policy.bound'] });

export const EndpointStatus = z
  .enum(['enabled', 'disabled', 'deleted'])
  .meta({ description: 'Nothing is sent to an endpoint that is disabled or deleted.' });

export const DisabledFor = z.enum(['asked', 'gone', 'failing']).meta({
  description: '`asked`: by you; `gone`: it answered 410; `failing`: it took nothing for five days.',
});

const ReplayState = z.strictObject({
  replayId: ReplayId,
  missed: z.boolean().meta({ description: 'Only what was never delivered; else everything in the window.' }),
  from: Instant,
  to: Instant,
  status: z.enum(['running', 'ended']).meta({ description: 'Whether it still looks for events.' }),
  position: z.int().min(0).meta({ description: 'How far in the feed it has come.' }),
  looked: z.int().min(0).meta({ description: 'How many records it has looked at.' }),
  sent: z.int().min(0).meta({ description: 'How many deliveries it has begun.' }),
  requestedAt: Instant,
  endedAt: Instant.optional(),
});

const Secret = z.strictObject({ secretId: WebhookSecretId, addedAt: Instant });

/** An endpoint as it is kept. Its secrets are named only: each follows from its id and is stored nowhere. */
export const Endpoint = z.strictObject({
  endpointId: EndpointId,
  name: EndpointName.optional(),
  url: z.string().optional(),
  eventBusArn: z.string().optional(),
  types: z.array(z.string()),
  payload: PayloadForm,
  status: EndpointStatus,
  slot: z.string(),
  createdAt: Instant,
  secrets: z.array(Secret),
  failingSince: Instant.optional(),
  missedFrom: Instant.optional(),
  disabledFor: DisabledFor.optional(),
  disabledAt: Instant.optional(),
  replay: ReplayState.optional(),
});
export type Endpoint = Fact<z.infer<typeof Endpoint>>;
export type Replay = NonNullable<Endpoint['replay']>;

/** What an attempt can come to beside an answer; `refused-address` never connected. */
export const attemptErrors = [
  'status',
  'redirect',
  'timeout',
  'refused-address',
  'unknown-host',
  'tls',
  'closed-early',
  'unreachable',
  'too-large',
  'bus-refused',
] as const;
export const AttemptError = z.enum(attemptErrors).meta({ description: 'Why an attempt failed.' });
export type AttemptError = z.infer<typeof AttemptError>;

const Attempt = z.strictObject({
  at: Instant.meta({ description: 'When it was made, by your tenant’s clock.' }),
  sentAt: Instant.meta({ description: 'The same by the wall: what `webhook-timestamp` said.' }),
  outcome: z.enum(['delivered', 'failed']).meta({ description: 'Only a 2xx is a delivery.' }),
  status: z.int().optional().meta({ description: 'The HTTP status that came back, if one did.', example: 503 }),
  ms: z.int().min(0).meta({ description: 'How long it took.', example: 120 }),
  error: AttemptError.optional(),
});
export type Attempt = Fact<z.infer<typeof Attempt>>;

/** Which event is delivered: one of a record, a ping, or a rehearsal that stands in no record. */
export const DeliveredEvent = z.strictObject({
  id: z.string().meta({ description: 'The event’s id, and so the `webhook-id`.' }),
  type: z.string().meta({ description: 'The event’s type.', example: 'policy.bound' }),
  time: Instant.meta({ description: 'When it was recorded.' }),
  origin: z
    .enum(['record', 'ping', 'rehearsal'])
    .meta({ description: 'Whether it happened, or was sent to try the endpoint.' }),
  root: z.strictObject({ kind: z.string(), id: z.string(), seq: z.int(), n: z.int() }).optional(),
});
export type DeliveredEvent = Fact<z.infer<typeof DeliveredEvent>>;

export const Delivery = z.strictObject({
  deliveryId: DeliveryId,
  endpointId: EndpointId,
  event: DeliveredEvent,
  status: z
    .enum(['pending', 'delivered', 'failed'])
    .meta({ description: '`failed`: given up, until you have it sent again.' }),
  createdAt: Instant,
  round: z.int().min(1),
  roundAttempts: z.int().min(0),
  attemptCount: z.int().min(0),
  attempts: z.array(Attempt),
  nextAttemptAt: Instant.optional(),
  replayId: ReplayId.optional(),
});
export type Delivery = Fact<z.infer<typeof Delivery>>;
