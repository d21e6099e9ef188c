import * as z from 'zod';
import type { Capability } from '../../functions/_kit/contract.ts';
import type { EventSchemas } from './event-schemas.ts';

const entriesOf = (capabilities: readonly Capability[]) =>
  capabilities.flatMap(({ endpoints, subscribers, schedules }) => [
    ...Object.values(endpoints),
    ...Object.values(subscribers),
    ...Object.values(schedules),
  ]);

const producersOf = (capabilities: readonly Capability[], type: string): readonly string[] =>
  entriesOf(capabilities)
    .filter(({ emits }) => emits.some((emitted) => emitted === type))
    .map(({ id }) => id);

const consumersOf = (capabilities: readonly Capability[], type: string): readonly string[] =>
  capabilities
    .flatMap(({ subscribers }) => Object.values(subscribers))
    .filter(({ on }) => on.some((heard) => heard === type))
    .map(({ id }) => id);

const schemaOf = (type: string, data: z.ZodType): object => {
  const { $schema, ...body } = z.toJSONSchema(data, { target: 'draft-2020-12', reused: 'inline' });
  return {
    $schema,
    $id: `/schemas/events/${type}.json`,
    title: type,
    description: `The data of a \`${type}\` event.`,
    ...body,
  };
};

const names = (ids: readonly string[]): string => (ids.length === 0 ? '–' : ids.map((id) => `\`${id}\``).join(', '));

const catalogue = (schemas: EventSchemas, capabilities: readonly Capability[]): string =>
  [
    '# Events',
    '',
    'CloudEvents 1.0. `id` is `<aggregate>.<sequence>.<n>`, `sequence` counts per aggregate, `tenant` names whose it is. Every',
    'record is also told whole as `operation.recorded`, with n = 0. Events come at least once; dedupe on `id`.',
    '',
    '| Type | Made by | Heard by | Schema |',
    '| --- | --- | --- | --- |',
    `| operation.recorded | every command | ${names(consumersOf(capabilities, 'operation.recorded'))} | – |`,
    ...[...schemas.keys()].map((type) => {
      const [made, heard] = [producersOf(capabilities, type), consumersOf(capabilities, type)].map(names);
      return `| ${type} | ${made} | ${heard} | [${type}.json](events/${type}.json) |`;
    }),
    '',
  ].join('\n');

/** A JSON Schema for each event's data, and the catalogue that says who makes and who hears it. */
export const eventFiles = (
  schemas: EventSchemas,
  capabilities: readonly Capability[],
): readonly (readonly [string, string])[] => [
  ['events.md', catalogue(schemas, capabilities)],
  ...[...schemas].map(
    ([type, { schema }]) => [`events/${type}.json`, `${JSON.stringify(schemaOf(type, schema), null, 2)}\n`] as const,
  ),
];
