import { below, type Place, resolved, type Schema } from './document.ts';

const annotations: ReadonlySet<string> = new Set([
  ...['title', 'description', 'example', 'examples', 'default', 'deprecated', 'readOnly', 'writeOnly', '$comment'],
  ...['$id', '$anchor', '$defs', 'externalDocs', 'discriminator', 'xml', '$schema'],
]);
const isAnnotation = (keyword: string): boolean => annotations.has(keyword) || keyword.startsWith('x-');

const listed = (value: unknown): readonly unknown[] | undefined =>
  value === undefined ? undefined : Array.isArray(value) ? value : [value];

const typed = ({ type, nullable }: Schema): readonly unknown[] | undefined => {
  const types = listed(type);
  return nullable === true && types !== undefined ? [...types, 'null'] : types;
};

/** A schema in one form: constants are enums of one, patterns are a list, a type is a list of types. */
const plain = (schema: Schema): Schema => {
  const { type: _type, nullable: _nullable, const: constant, enum: values, pattern, ...rest } = schema;
  const types = typed(schema);
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([keyword]) => !isAnnotation(keyword))),
    ...(types !== undefined && { types }),
    ...(constant !== undefined ? { enum: [constant] } : values !== undefined && { enum: values }),
    ...(pattern !== undefined && { patterns: listed(pattern) }),
  };
};

const both = (left: unknown, right: unknown): unknown => ({ allOf: [left, right] });
const intersection = (left: unknown, right: unknown): unknown =>
  (left as unknown[]).filter((one) => (right as unknown[]).includes(one));
const union = (left: unknown, right: unknown): unknown => [...new Set([...(left as []), ...(right as [])])];
const largest = (left: unknown, right: unknown): number => Math.max(Number(left), Number(right));
const smallest = (left: unknown, right: unknown): number => Math.min(Number(left), Number(right));

const properties = (left: unknown, right: unknown): unknown => {
  const merged: Record<string, unknown> = { ...(left as object) };
  for (const [name, schema] of Object.entries(right as object))
    merged[name] = name in merged ? both(merged[name], schema) : schema;
  return merged;
};

/** How two schemas that must both hold come together, keyword by keyword. */
const together: Readonly<Record<string, (left: unknown, right: unknown) => unknown>> = {
  types: intersection,
  enum: intersection,
  patterns: union,
  required: union,
  properties,
  anyOf: (left, right) => (left as []).flatMap((one) => (right as []).map((other) => both(one, other))),
  branchesUnder: (left) => left,
  items: both,
  propertyNames: both,
  additionalProperties: (left, right) => (left === false || right === false ? false : both(left, right)),
  minimum: largest,
  exclusiveMinimum: largest,
  minLength: largest,
  minItems: largest,
  minProperties: largest,
  maximum: smallest,
  exclusiveMaximum: smallest,
  maxLength: smallest,
  maxItems: smallest,
  maxProperties: smallest,
};

const merged = (left: Schema, right: Schema): Schema => {
  const all: Record<string, unknown> = { ...left };
  for (const [keyword, value] of Object.entries(right)) {
    const before = all[keyword];
    const join = together[keyword] ?? ((one: unknown, other: unknown) => [one, other]);
    all[keyword] =
      before === undefined || JSON.stringify(before) === JSON.stringify(value) ? value : join(before, value);
  }
  return all;
};

/** A place whose schema is in the one form, with `allOf` and `$ref` gone. */
export type Simple = Place<Schema>;

const anything = (schema: unknown): Schema =>
  schema === true ? {} : schema === false ? { types: [] } : (schema as Schema);

/**
 * Brings a schema into the form that is compared: references followed, `allOf` merged, constants and types as lists.
 * `anyOf` and `oneOf` stay, as a list of branches under `anyOf`; `branchesUnder` says which it was.
 */
export const simple = (place: Place<unknown>): Simple => {
  const found = resolved({ ...place, value: anything(place.value) });
  const { allOf, oneOf, anyOf, ...rest } = found.value as { [name: string]: unknown } & { allOf?: unknown[] };
  const parts = (allOf ?? []).map((value, at) => simple({ ...found, value, at: below(found.at, 'allOf', at) }).value);
  const branches = anyOf ?? oneOf;
  const own = {
    ...plain(rest),
    ...(branches !== undefined && { anyOf: branches, branchesUnder: anyOf === undefined ? 'oneOf' : 'anyOf' }),
  };
  return { ...found, value: parts.reduce(merged, own) };
};

/** The branches of a simple schema, each with what is said beside them; itself where it has none. */
export const branchesOf = (place: Simple): readonly Simple[] => {
  const { anyOf, branchesUnder, ...beside } = place.value;
  if (!Array.isArray(anyOf)) return [place];
  return anyOf.flatMap((value, at) => {
    const branch = simple({ ...place, value, at: below(place.at, String(branchesUnder), at) });
    return branchesOf({ ...branch, value: merged(beside, branch.value) });
  });
};

/** One schema for each listed value, or for each type: each may be at home in another branch. */
export const atomsOf = (place: Simple): readonly Simple[] => {
  const keyword = ['enum', 'types'].find((one) => Array.isArray(place.value[one]));
  if (keyword === undefined) return [place];
  const values = place.value[keyword] as readonly unknown[];
  return values.map((value) => ({ ...place, value: { ...place.value, [keyword]: [value] } }));
};
