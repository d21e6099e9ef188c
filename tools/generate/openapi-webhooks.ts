import type * as z from 'zod';
import { eventSchemas } from '../../domain/events/all/schema.ts';
import { EventView } from '../../domain/events/view/schema.ts';
import { pingType, toldTypes, WebhookPing } from '../../domain/webhooks/event-types/schema.ts';
import { publishedSchema } from './event-schemas.ts';

type Schema = Record<string, unknown>;
type Schemas = Record<string, Schema>;

/** `policy.bound` → `PolicyBoundEvent`, the name of its schema. */
export const eventName = (type: string): string =>
  `${type.replace(/(?:^|[.-])(\w)/g, (_, letter: string) => letter.toUpperCase())}Event`;

const headers = [
  ['webhook-id', 'The event’s `id`, the same on every attempt: what comes twice is one event.'],
  ['webhook-timestamp', 'Seconds since 1970 at this attempt; refuse what is more than five minutes off.'],
  ['webhook-signature', '`v1,` and the HMAC-SHA256 of `<id>.<timestamp>.<body>`, for each live secret.'],
] as const;

const parameters = headers.map(([name, description]) => ({
  ...{ in: 'header', name, required: true, description },
  schema: { type: 'string', description },
}));

/** Schemas that others name stand once among the components. */
const withRefs = (schema: unknown): unknown =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));

type Parts = { readonly schema: Schema; readonly defs: Schemas };

const partsOf = (name: string, schema: z.ZodType): Parts => {
  const { $schema, $id, title, $defs = {}, ...own } = withRefs(publishedSchema(name, schema)) as Schema;
  return { schema: own, defs: $defs as Schemas };
};

/** The envelope of a webhook: that of the event, which an example that was asked for says it is. */
const envelopeOf = (): Schema => {
  const { schema } = partsOf('envelope', EventView.extend({}));
  const rehearsal = {
    ...{ type: 'boolean', const: true },
    description: 'Present where it was asked for and did not happen.',
  };
  return { ...schema, properties: { ...(schema['properties'] as Schemas), rehearsal } };
};

const told: readonly (readonly [string, z.ZodType])[] = [
  ...toldTypes.map((type) => [type, eventSchemas[type]] as const),
  [pingType, WebhookPing],
];

const eventOf = (type: string, data: Schema): Schema => {
  const envelope = envelopeOf();
  const properties = envelope['properties'] as Schemas;
  return {
    ...envelope,
    properties: { ...properties, type: { ...properties['type'], const: type, examples: [type] }, data },
    description: data['description'],
    'x-event-type': type,
  };
};

const thin = (): Schema => {
  const envelope = envelopeOf();
  const { data: _data, ...properties } = envelope['properties'] as Schemas;
  const required = (envelope['required'] as readonly string[]).filter((name) => name !== 'data');
  return { ...envelope, properties, required, description: 'An event of an endpoint that asks for thin payloads.' };
};

const operationOf = (type: string, description: unknown) => ({
  post: {
    ...{ operationId: `on${eventName(type)}`, summary: `${type} happened`, description, tags: ['webhooks'] },
    security: [],
    parameters,
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            oneOf: [`${eventName(type)}`, 'ThinEvent'].map((name) => ({ $ref: `#/components/schemas/${name}` })),
          },
        },
      },
    },
    responses: {
      '2XX': { description: 'It was taken; anything else is tried again.' },
      '410': { description: 'Never send anything here again: the endpoint is switched off.' },
    },
  },
});

/** What is sent to endpoints: an entry for every type that is told, and the schemas that they need. */
export const webhooksOf = (): { readonly webhooks: object; readonly schemas: Schemas } => {
  const parts = told.map(([type, schema]) => [type, partsOf(type, schema)] as const);
  return {
    webhooks: Object.fromEntries(
      parts.map(([type, { schema }]) => [type, operationOf(type, schema['description'])] as const),
    ),
    schemas: {
      ...Object.assign({}, ...parts.map(([, { defs }]) => defs)),
      ...Object.fromEntries(parts.map(([type, { schema }]) => [eventName(type), eventOf(type, schema)] as const)),
      ThinEvent: thin(),
    },
  };
};

type Document = { readonly components?: { readonly schemas?: object } };

/** The document with its webhooks. Where a schema is a component already, that one stands. */
export const withWebhooks = <D extends Document>(document: D): D => {
  const { webhooks, schemas } = webhooksOf();
  const components = { ...document.components, schemas: { ...schemas, ...document.components?.schemas } };
  return { ...document, webhooks, components };
};
