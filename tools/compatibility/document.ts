/** A JSON Schema of 2020-12, as OpenAPI 3.1 holds it; only what it is read for has a type. */
export type Schema = Readonly<Record<string, unknown>>;

export type Media = { readonly schema?: Schema; readonly examples?: Readonly<Record<string, unknown>> };
export type Content = Readonly<Record<string, Media>>;
export type Parameter = {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema?: Schema;
  readonly deprecated?: boolean;
};
/** A header of an answer, or where the one stands that many answers share. */
export type Header = { readonly schema?: Schema; readonly $ref?: string };
export type Response = {
  readonly headers?: Readonly<Record<string, Header>>;
  readonly content?: Content;
};
export type Operation = {
  readonly operationId?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, Response>>;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly deprecated?: boolean;
  readonly 'x-sunset'?: string;
  readonly 'x-roles'?: readonly string[];
};
export type OpenApi = {
  readonly servers?: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly webhooks?: Readonly<Record<string, { readonly post: Operation }>>;
  readonly components?: {
    readonly schemas?: Readonly<Record<string, Schema>>;
    readonly headers?: Readonly<Record<string, Header>>;
    readonly securitySchemes?: Readonly<Record<string, Schema>>;
  };
};

/** One value of a document and where it stands. */
export type Place<T> = { readonly value: T; readonly at: string; readonly document: OpenApi };

const escaped = (segment: string | number): string => {
  const text = String(segment);
  return /[~/]/.test(text) ? text.replaceAll('~', '~0').replaceAll('/', '~1') : text;
};

/** A JSON Pointer (RFC 6901) one or more steps below another. */
export const below = (at: string, ...segments: readonly (string | number)[]): string =>
  [at, ...segments.map(escaped)].join('/');

/** What a JSON Pointer leads to; undefined where it leads nowhere. */
export const valueAt = (document: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, segment) => (value as Record<string, unknown> | undefined)?.[segment], document);

/** Follows `$ref` to the schema it names; what stands beside it in 3.1 are descriptions, and the nearer ones win. */
export const resolved = (place: Place<Schema>): Place<Schema> => {
  const { value, document } = place;
  const reference = value['$ref'];
  if (typeof reference !== 'string') return place;
  const at = reference.replace(/^#/, '');
  const target = valueAt(document, at);
  if (typeof target !== 'object' || target === null)
    throw new Error(`${place.at} names ${reference}, which is nowhere.`);
  const { $ref: _reference, ...beside } = value;
  const next = resolved({ value: target as Schema, at, document });
  return { ...next, value: { ...next.value, ...beside } };
};
