import { pingType, WebhookPing } from '../../domain/webhooks/event-types/schema.ts';
import { publishedSchema } from './event-schemas.ts';

const endpointId = 'whe_01jd8x2k7v5m3q9w4t6y8r0z1b';
const id = 'png_01jd8x2k7v5m3q9w4t6y8r0z1c';

const example = {
  ...{ specversion: '1.0', id, source: '/tenants/shop-a', type: pingType, subject: endpointId },
  ...{ time: '2026-11-23T08:00:00.000Z', datacontenttype: 'application/json' },
  ...{ dataschema: `/schemas/events/${pingType}.json`, tenant: 'shop-a', sequence: 1, requestid: id },
  data: { endpointId },
};

const page = `# ${pingType}

${WebhookPing.description} It is sent by \`pingWebhookEndpoint\` alone, whatever the endpoint’s filter says, and
stands in no list of events.

**Schemas.**

- of \`data\`: [${pingType}.json](../schemas/events/${pingType}.json)
- of all around it: [envelope.json](../schemas/events/envelope.json)

**Example.**

\`\`\`json
${JSON.stringify(example, null, 2)}
\`\`\`
`;

/** What an endpoint is tried with: its page and its schema, for no aggregate’s events hold it. */
export const pingFiles: readonly (readonly [string, string])[] = [
  [`events/${pingType}.md`, page],
  [`schemas/events/${pingType}.json`, `${JSON.stringify(publishedSchema(pingType, WebhookPing), null, 2)}\n`],
];

const links = [`[${pingType}](events/${pingType}.md)`, `[schema](schemas/events/${pingType}.json)`];
export const pingRow = `| ${links[0]} | webhooks | ${WebhookPing.description} | ${links[1]} |`;
