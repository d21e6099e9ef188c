import type { Document, Schema } from './document.ts';
import { operationsOf } from './document.ts';
import { cell, fieldTables, meaningOf, typeOf } from './fields.ts';

const place = { objects: '' };

/** Every name that a part of the document refers to, at any depth of its own. */
const namesIn = (value: unknown): ReadonlySet<string> =>
  new Set([...JSON.stringify(value ?? {}).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name = '']) => name));

const usersOf = (name: string, document: Document) => {
  const operations = [...operationsOf(document).values()].filter(({ parameters, requestBody, responses }) => {
    const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'));
    return namesIn([parameters, requestBody, answers]).has(name);
  });
  const objects = Object.entries(document.components.schemas).filter(
    ([other, schema]) => other !== name && namesIn(schema).has(name),
  );
  return { operations: operations.map(({ operationId }) => operationId), objects: objects.map(([other]) => other) };
};

const list = (words: string, links: readonly string[]): readonly string[] =>
  links.length === 0 ? [] : [`${words} ${links.join(', ')}.`, ''];

const page = (name: string, schema: Schema, document: Document): string => {
  const { operations, objects } = usersOf(name, document);
  const hasFields = schema.properties !== undefined || schema.oneOf !== undefined || schema.anyOf !== undefined;
  const { description, ...rest } = schema;
  return [
    `# ${name}`,
    '',
    ...(description === undefined ? [] : [description, '']),
    ...(hasFields ? [] : [`**Type.** ${typeOf(schema, place)}. ${meaningOf(rest)}`.trim(), '']),
    ...fieldTables(schema, place),
    ...list(
      'Part of',
      objects.map((other) => `[${other}](${other}.md)`),
    ),
    ...list(
      'Asked or answered by',
      operations.map((id) => `[${id}](../operations/${id}.md)`),
    ),
  ].join('\n');
};

const index = ({ components }: Document): string =>
  [
    '# Objects',
    '',
    'Generated from the schemas of [openapi.json](../openapi.json): what requests and answers are made of. A field is always',
    'there unless its type says that it is optional.',
    '',
    '| Object | What it is |',
    '| --- | --- |',
    ...Object.entries(components.schemas)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { description = '' }]) => `| [${name}](${name}.md) | ${cell(description)} |`),
    '',
  ].join('\n');

/** A page for each schema that has a name, and the list of all. */
export const objectFiles = (document: Document): readonly (readonly [string, string])[] => [
  ['objects/README.md', index(document)],
  ...Object.entries(document.components.schemas).map(
    ([name, schema]) => [`objects/${name}.md`, page(name, schema, document)] as const,
  ),
];
