import { readFileSync } from 'node:fs';

export type Schema = { readonly [keyword: string]: unknown };
export type Parameter = {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
};
type Example = { readonly value?: unknown; readonly $ref?: string };
export type Response = {
  readonly headers?: Readonly<Record<string, { readonly schema?: Schema; readonly $ref?: string }>>;
  readonly content?: Readonly<
    Record<string, { readonly schema: Schema; readonly examples?: Readonly<Record<string, Example>> }>
  >;
};
export type Operation = {
  readonly operationId: string;
  readonly method: string;
  /** From the root of the host on. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, Response>>;
};
type OpenApi = {
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation & { readonly servers?: object }>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly headers: Readonly<Record<string, { readonly schema: Schema }>>;
    readonly examples: Readonly<Record<string, Example>>;
  };
};

/** The published file, as a client reads it; `generate --check` holds it to the contracts. */
export const document: OpenApi = JSON.parse(
  readFileSync(new URL('../../../docs/reference/openapi.json', import.meta.url), 'utf8'),
);

const [{ url: base = '' } = {}] = document.servers;

/** Every operation of the document by its id. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => [
      one.operationId,
      {
        ...one,
        method: method.toUpperCase(),
        path: one.servers === undefined ? `${base}${path}` : path,
        parameters: one.parameters ?? [],
      },
    ]),
  ),
);

export const capabilities: ReadonlySet<string> = new Set(document.tags.map(({ name }) => name));

const byRoute = new Map([...operations.values()].map((one) => [`${one.method} ${one.path}`, one]));

/** The operation of a route key, as the gateway says it: `POST /v1/policies/{policyId}/cancellations`. */
export const operationAt = (routeKey: string): Operation | undefined => byRoute.get(routeKey);

type Route = { readonly operation: Operation; readonly form: RegExp; readonly names: number };
const routes: readonly Route[] = [...operations.values()]
  .map((operation) => ({
    operation,
    form: new RegExp(`^${operation.path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
    names: operation.path.split('{').length,
  }))
  .toSorted((a, b) => a.names - b.names);

/** The operation that a request line names, and what stands in its path. */
export const operationOf = (method: string, path: string) => {
  const wanted = method === 'HEAD' ? 'GET' : method;
  for (const { operation, form } of routes) {
    const found = operation.method === wanted ? form.exec(path) : null;
    if (found !== null) return { operation, params: { ...found.groups } as Readonly<Record<string, string>> };
  }
  return undefined;
};

/** What a part of the document stands for, where it only points to one of its components. */
export const resolved = <T extends object>(kind: 'headers' | 'examples', part: T & { readonly $ref?: string }): T => {
  if (part.$ref === undefined) return part;
  const found = document.components[kind][part.$ref.replace(`#/components/${kind}/`, '')];
  if (found === undefined) throw new Error(`${part.$ref} is not in the document.`);
  return found as unknown as T;
};
