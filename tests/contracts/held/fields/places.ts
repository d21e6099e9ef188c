import { document, operations, type Schema } from '../../../support/held/document.ts';

/** An object of a body, and which fields may stand there; `open` where any may. */
export type Place = {
  readonly path: readonly (string | number)[];
  readonly known: ReadonlySet<string>;
  readonly open: boolean;
};

const followed = (schema: Schema): Schema => {
  const { $ref } = schema;
  return typeof $ref === 'string'
    ? (document.components.schemas[$ref.replace('#/components/schemas/', '')] ?? {})
    : schema;
};

/** A schema and all that it is one of, or made of. */
const forms = (schema: Schema): readonly Schema[] => {
  const own = followed(schema);
  const inner = ['oneOf', 'anyOf', 'allOf'].flatMap((word) => (own[word] ?? []) as readonly Schema[]);
  return [own, ...inner.flatMap(forms)];
};

const propertiesOf = (schema: Schema): Readonly<Record<string, Schema>> => Object(schema['properties']);

export const bodySchemaOf = (id: string): Schema =>
  Object.values(operations.get(id)?.requestBody?.content ?? {})[0]?.schema ?? {};

/** What an item of a batch holds is said by its own operation. */
const itemSchemas = (value: object): Readonly<Record<string, Schema>> => {
  const operation = operations.get(String(Object(value).operation));
  if (operation === undefined) return {};
  const path = operation.parameters.filter((one) => one.in === 'path').map(({ name, schema }) => [name, schema]);
  return {
    params: { type: 'object', properties: Object.fromEntries(path) },
    body: { ...followed(bodySchemaOf(operation.operationId)), additionalProperties: undefined },
  };
};

/** Every object in a value, with what the document says of the fields there. */
export const placesIn = (value: unknown, schema: Schema, path: Place['path'] = []): readonly Place[] => {
  const all = forms(schema);
  if (Array.isArray(value)) {
    const items = all.map((one) => one['items']).find((one) => one !== undefined) as Schema | undefined;
    return value.flatMap((one, at) => placesIn(one, items ?? {}, [...path, at]));
  }
  if (typeof value !== 'object' || value === null) return [];
  const objects = all.filter((one) => one['type'] === 'object');
  const schemas = { ...(Object.assign({}, ...objects.map(propertiesOf)) as object), ...itemSchemas(value) };
  const known: Readonly<Record<string, Schema>> = schemas;
  const open = objects.length === 0 || objects.some((one) => one['additionalProperties'] !== false);
  const inner = Object.entries(value).flatMap(([name, one]) => placesIn(one, known[name] ?? {}, [...path, name]));
  // What stands there already has a meaning, whoever gives it one.
  const names = [...Object.keys(known), ...Object.keys(value)];
  return [{ path, known: new Set(names), open: open || path.includes('body') }, ...inner];
};

const keysIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  return Object.entries(value).flatMap(([name, one]) => [name, ...keysIn(one)]);
};

/** The names of all properties in a schema and in whatever it holds. */
const propertiesIn = (schema: unknown): readonly string[] => {
  if (Array.isArray(schema)) return schema.flatMap(propertiesIn);
  if (typeof schema !== 'object' || schema === null) return [];
  return [
    ...Object.keys(propertiesOf(schema as Schema)),
    ...Object.values(schema).flatMap(propertiesIn),
    ...Object.values(propertiesOf(schema as Schema)).flatMap(propertiesIn),
  ];
};

/** Names of fields: those of every schema of the document, and those of what is kept. */
export const namesOf = (items: readonly object[]): readonly string[] => [
  ...new Set([
    ...propertiesIn(Object.values(document.components.schemas)),
    // Ids and hashes are keys of maps there, and no names.
    ...keysIn(items).filter((name) => /^[A-Za-z_]\w{0,30}$/.test(name) && !/_[0-9a-z]{26}$/.test(name)),
  ]),
];
