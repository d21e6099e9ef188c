import { type Document, nameOf, type Schema } from './document.ts';
import { docOf, importOf, literal, typeText } from './type-text.ts';

export const heading =
  '// Made by `npm run generate` from docs/reference/openapi.json. Change what it is made from.\n\n';

const ownSchemas = ({ components }: Document): readonly (readonly [string, Schema])[] =>
  // Problems are typed by their codes instead.
  Object.entries(components.schemas).filter(
    ([name, schema]) => schema['x-event-type'] === undefined && !['Problem', 'OAuthProblem'].includes(name),
  );

/** Formats are no types of TypeScript: an alias keeps their name and what it means. */
const declared = ([name, schema]: readonly [string, Schema]): string =>
  `${docOf([schema.description])}export type ${name} = ${typeText(schema)};\n`;

/** `schemas.ts`: a type for each schema of the document. */
export const schemaFile = (document: Document): string => heading + ownSchemas(document).map(declared).join('\n');

const eventOf = ([name, schema]: readonly [string, Schema]): string => {
  const data = schema.properties?.['data'] ?? {};
  const { description: _said, ...bare } = data;
  const type = literal(schema['x-event-type']);
  return `${docOf([schema.description])}export type ${name} = EventOf<${type}, ${typeText(bare)}>;\n`;
};

/** `events.ts`: a type for each event that is told, and their union, told apart by `type`. */
export const eventFile = (document: Document): string => {
  const events = Object.entries(document.components.schemas).filter(([, one]) => one['x-event-type'] !== undefined);
  const body = [
    ...events.map(eventOf),
    '/** What a webhook tells: branch on `type`. */',
    `export type WebhookEvent =\n${events.map(([name]) => `  | ${name}`).join('\n')};\n`,
  ].join('\n');
  const envelope = `${importOf(
    ownSchemas(document).map(([name]) => name),
    body,
    './schemas.ts',
  ).replace('import type {\n', 'import type {\n  ThinEvent,\n')}
type EventOf<Type extends string, Data> = Omit<ThinEvent, 'type'> & {
  type: Type;
  /** All that the event fixed. */
  data: Data;
};

`;
  return heading + envelope + body;
};

export const schemaNames = (document: Document): readonly string[] => ownSchemas(document).map(([name]) => name);
export const typeOfAnswer = (schema: Schema): string =>
  schema.$ref === undefined ? typeText(schema, 2) : nameOf(schema.$ref);
