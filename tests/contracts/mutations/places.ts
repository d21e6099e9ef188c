import { isCommand } from '../../../functions/_kit/contract.ts';
import type { OpenApi } from '../../../tools/compatibility/document.ts';
import { type Path, pointerOf, valueAt } from './at-path.ts';
import type { Place, Schema } from './mutator.ts';
import type { Base } from './stage/bases.ts';
import { isPlainObject } from './written.ts';

type Operation = {
  readonly operationId: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
};

const depthMax = 8;
/** Headers that any request may carry, whether its operation declares them or not. */
const everyHeader = ['authorization', 'x-request-id', 'accept-language', 'if-match', 'if-none-match'];

/** What the OpenAPI document says of each operation's request. */
export const requestsIn = (document: OpenApi) => {
  const operations = new Map(
    Object.values(document.paths as unknown as Record<string, Record<string, Operation>>)
      .flatMap((methods) => Object.values(methods))
      .map((operation) => [operation.operationId, operation]),
  );
  const schemas = (document as unknown as { components: { schemas: Record<string, Schema> } }).components.schemas;

  const resolved = (schema: Schema | undefined): Schema => {
    const name = /^#\/components\/schemas\/(.+)$/.exec(String(schema?.['$ref'] ?? ''))?.[1];
    return name === undefined ? (schema ?? {}) : { ...resolved(schemas[name]), ...schema };
  };

  /** Every field that a schema knows, at any depth; of an array its first item stands for all. */
  const fieldsOf = (given: Schema | undefined, at: Path): readonly { at: Path; schema: Schema }[] => {
    const schema = resolved(given);
    if (at.length > depthMax) return [];
    const branches = ['anyOf', 'oneOf', 'allOf'].flatMap((word) => (schema[word] as Schema[] | undefined) ?? []);
    const properties = Object.entries((schema['properties'] as Record<string, Schema> | undefined) ?? {});
    const items = schema['items'] as Schema | undefined;
    return [
      ...(at.length === 0 ? [] : [{ at, schema }]),
      ...properties.flatMap(([name, inner]) => fieldsOf(inner, [...at, name])),
      ...(items === undefined ? [] : fieldsOf(items, [...at, 0])),
      ...branches.flatMap((branch) => fieldsOf(branch, at)),
    ];
  };
  const bodySchemaOf = (id: string): Schema | undefined =>
    Object.values(operations.get(id)?.requestBody?.content ?? {})[0]?.schema;
  return { operations, resolved, fieldsOf, bodySchemaOf };
};
type Requests = ReturnType<typeof requestsIn>;

/** Whatever a request holds without a schema that says so, as the answers to a product's own form. */
const fieldsHeld = (value: unknown, at: Path): readonly Path[] => {
  const inner: readonly Path[] = Array.isArray(value)
    ? value.slice(0, 1).flatMap((one) => fieldsHeld(one, [...at, 0]))
    : isPlainObject(value)
      ? Object.entries(value).flatMap(([name, one]) => fieldsHeld(one, [...at, name]))
      : [];
  return at.length === 0 ? inner : [at, ...inner];
};

/** An item of a batch holds the body of an operation of its own. */
const itemFieldsOf = (base: Base, { fieldsOf, bodySchemaOf }: Requests) => {
  const items = valueAt(base.draft.body, ['items']);
  if (base.endpoint.contract.batch === undefined || !Array.isArray(items)) return [];
  return items.flatMap((item, at) => fieldsOf(bodySchemaOf(String(Object(item).operation)), ['items', at, 'body']));
};

const fieldPlaces = (base: Base, requests: Requests): readonly Omit<Place, 'base'>[] => {
  const told = requests.fieldsOf(requests.bodySchemaOf(base.endpoint.contract.id), []);
  const held = fieldsHeld(base.draft.body, []).map((at) => ({ at, schema: {} }));
  const all = new Map<string, { readonly at: Path; readonly schema: Schema }>();
  for (const one of [...told, ...itemFieldsOf(base, requests), ...held]) {
    const pointer = pointerOf(one.at);
    if (!all.has(pointer)) all.set(pointer, one);
  }
  return [...all.values()].map(({ at, schema }) => ({ kind: 'field' as const, name: String(at.at(-1)), at, schema }));
};

const parameterPlaces = (base: Base, { operations, resolved }: Requests): readonly Omit<Place, 'base'>[] =>
  (operations.get(base.endpoint.contract.id)?.parameters ?? [])
    .filter((one) => one.in === 'path' || one.in === 'query')
    .map((one) => ({ kind: one.in as 'path' | 'query', name: one.name, at: [], schema: resolved(one.schema) }));

const headerPlaces = ({ endpoint, draft }: Base): readonly Omit<Place, 'base'>[] => {
  const own = draft.headers.map(([name]) => name.toLowerCase());
  const names = [...everyHeader, ...own, ...(isCommand(endpoint.contract) ? ['idempotency-key'] : [])];
  return [...new Set(names)].map((name) => ({ kind: 'header', name, at: [], schema: {} }));
};

/** Every place of every request at which something can be changed; a new operation or field joins by itself. */
export const placesOf = (bases: readonly Base[], document: OpenApi): readonly Place[] => {
  const requests = requestsIn(document);
  return bases.flatMap((base, at) =>
    [
      { kind: 'request' as const, name: '', at: [], schema: {} },
      ...(base.endpoint.contract.body === undefined
        ? []
        : [{ kind: 'body' as const, name: '', at: [], schema: {} }, ...fieldPlaces(base, requests)]),
      ...parameterPlaces(base, requests),
      ...headerPlaces(base),
    ].map((place): Place => ({ ...place, base: at })),
  );
};

/** A place as a reader finds it. */
export const placeText = ({ kind, name, at }: Place): string =>
  kind === 'field' ? `field ${pointerOf(at)}` : name === '' ? kind : `${kind} ${name}`;
