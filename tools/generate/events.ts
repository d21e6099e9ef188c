import type { CloudEvent } from '../../functions/_kit/cloud-event.ts';
import type { Capability, Named } from '../../functions/_kit/contract.ts';
import { exampleEvent, exampleRecorded } from './event-example.ts';
import { pingFiles, pingRow } from './event-ping.ts';
import { type EventSchemas, publishedSchema, publishedSchemas } from './event-schemas.ts';
import { lifecycleOfEvent, operationLink } from './reference/links.ts';

type Entry = Named<{ readonly summary: string }>;

/** The operations, subscribers and schedules whose records may carry the type. */
const producersOf = (capabilities: readonly Capability[], type: string): readonly Entry[] =>
  capabilities
    .flatMap(({ endpoints, subscribers, schedules }) => [
      ...Object.values(endpoints),
      ...Object.values(subscribers),
      ...Object.values(schedules),
    ])
    .filter(({ emits }) => emits.some((emitted) => emitted === type));

const consumersOf = (capabilities: readonly Capability[], type: string): readonly Entry[] =>
  capabilities
    .flatMap(({ subscribers }) => Object.values(subscribers))
    .filter(({ on }) => on.some((heard) => heard === type));

const list = (entries: readonly Entry[]): string =>
  entries.length === 0
    ? '- No part of the platform itself.'
    : entries.map(({ id, capability, summary }) => `- ${operationLink(id)} (${capability}): ${summary}`).join('\n');

const madeBy = (type: string, capabilities: readonly Capability[]): string =>
  type === 'operation.recorded' ? '- Every command, one for each record.' : list(producersOf(capabilities, type));

/** `operation.recorded` is shown by a command of one event, which every partner knows. */
const exampleOf = (type: string, schemas: EventSchemas, capabilities: readonly Capability[]): object => {
  const isRecord = type === 'operation.recorded';
  const told = isRecord ? 'policy.milestone-recorded' : type;
  const schema = schemas.get(told)?.schema;
  const [producer] = producersOf(capabilities, told);
  if (schema === undefined || producer === undefined) throw new Error(`Nothing makes ${told}.`);
  return (isRecord ? exampleRecorded : exampleEvent)(told, producer.id, publishedSchema(told, schema));
};

/** The same examples for programs: a sandbox rehearses with them. */
const examplesOf = (schemas: EventSchemas, capabilities: readonly Capability[]): object =>
  Object.fromEntries(
    [...schemas.keys()]
      .filter((type) => type !== 'operation.recorded')
      .map((type) => {
        const { subject, dataschema, data } = exampleOf(type, schemas, capabilities) as CloudEvent;
        return [type, { subject, dataschema, data }];
      }),
  );

const page = (type: string, schemas: EventSchemas, capabilities: readonly Capability[]): string => `# ${type}

${schemas.get(type)?.schema.description}

**Capability.** ${schemas.get(type)?.capability}

**Made by.**

${madeBy(type, capabilities)}

**Heard by.**

${list(consumersOf(capabilities, type))}
${lifecycleOfEvent(type)}
**Schemas.**

- of \`data\`: [${type}.json](../schemas/events/${type}.json)
- of all around it: [envelope.json](../schemas/events/envelope.json)

**Example.**

\`\`\`json
${JSON.stringify(exampleOf(type, schemas, capabilities), null, 2)}
\`\`\`
`;

const catalogue = (schemas: EventSchemas): string =>
  [
    '# Events',
    '',
    'CloudEvents 1.0. `id` is `<aggregate>.<sequence>.<n>`, `sequence` counts per aggregate, `tenant` names whose it is. Every',
    'record is also told whole as `operation.recorded`, with n = 0. Events come at least once; dedupe on `id`.',
    '',
    '`dataschema` names the JSON Schema (2020-12) of `data`, which the server answers at that path. All around `data` follows',
    '[envelope.json](schemas/events/envelope.json). Each page says who makes and who hears the event, with an example. What',
    'they tell of moves by its [lifecycle](lifecycles.md); how they reach you: [webhooks](../guides/webhooks.md).',
    '',
    '| Type | Capability | Meaning | Schema |',
    '| --- | --- | --- | --- |',
    ...[...schemas].map(([type, { capability, schema }]) => {
      const link = `[schema](schemas/events/${type}.json)`;
      return `| [${type}](events/${type}.md) | ${capability} | ${schema.description} | ${link} |`;
    }),
    pingRow,
    '',
  ].join('\n');

/** The catalogue of events, a page for each type, and the JSON Schemas that events name. */
export const eventFiles = (
  schemas: EventSchemas,
  capabilities: readonly Capability[],
): readonly (readonly [string, string])[] => [
  ['events.md', catalogue(schemas)],
  ...[...schemas.keys()].map((type) => [`events/${type}.md`, page(type, schemas, capabilities)] as const),
  ...pingFiles,
  ['events/examples.json', `${JSON.stringify(examplesOf(schemas, capabilities), null, 2)}\n`],
  ...[...publishedSchemas(schemas)].map(
    ([name, schema]) => [`schemas/events/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`] as const,
  ),
];
