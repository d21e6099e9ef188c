import { existsSync, readdirSync } from 'node:fs';
import * as z from 'zod';
import { RecordedOperation } from '../../domain/audit/schema.ts';
import { EventView } from '../../domain/events/view/schema.ts';

const domain = new URL('../../domain/', import.meta.url);

export type EventSchemas = ReadonlyMap<string, { readonly capability: string; readonly schema: z.ZodType }>;

const schemasIn = async (
  capability: string,
): Promise<readonly [string, { capability: string; schema: z.ZodType }][]> => {
  const module: object = await import(new URL(`${capability}/events/schema.ts`, domain).href);
  return Object.values(module).flatMap((schemas: Readonly<Record<string, z.ZodType>>) =>
    Object.entries(schemas).map(([type, schema]): [string, { capability: string; schema: z.ZodType }] => [
      type,
      { capability, schema },
    ]),
  );
};

const recorded = RecordedOperation.meta({ description: 'A command was accepted: its record, whole, with its hash.' });

/** The schema of every event's data, by type, from `domain/<capability>/events/schema.ts`, and of the record itself. */
export const loadEventSchemas = async (): Promise<EventSchemas> => {
  const capabilities = readdirSync(domain).filter((name) => existsSync(new URL(`${name}/events/schema.ts`, domain)));
  const schemas = await Promise.all(capabilities.toSorted().map(schemasIn));
  const all = [...schemas.flat(), ['operation.recorded', { capability: 'audit', schema: recorded }] as const];
  return new Map(all.toSorted(([a], [b]) => a.localeCompare(b)));
};

/** JSON Schema knows `examples`; `example` is a word of OpenAPI. */
const standardWords = ({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }): void => {
  if (!('example' in jsonSchema)) return;
  jsonSchema['examples'] = [jsonSchema['example']];
  delete jsonSchema['example'];
};

/** The form of every event, whatever its type, as the list of events shows it. */
const envelope = EventView.extend({}).meta({ description: 'The CloudEvents 1.0 envelope of every event.' });

const draft = 'https://json-schema.org/draft/2020-12/schema';

/** A schema as it is served at `/schemas/events/<name>.json`, in JSON Schema 2020-12. */
export const publishedSchema = (name: string, schema: z.ZodType): z.core.JSONSchema.BaseSchema => {
  const body = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    reused: 'inline',
    override: standardWords,
  });
  return { $schema: draft, $id: `/schemas/events/${name}.json`, title: name, ...body };
};

/** Every schema that is published, by its name: one for each type's data, and the envelope. */
export const publishedSchemas = (schemas: EventSchemas): ReadonlyMap<string, z.core.JSONSchema.BaseSchema> =>
  new Map([
    ...[...schemas].map(([type, { schema }]) => [type, publishedSchema(type, schema)] as const),
    ['envelope', publishedSchema('envelope', envelope)] as const,
  ]);
