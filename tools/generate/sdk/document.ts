/** As much of the OpenAPI document as a client is made from. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly description?: string;
  readonly example?: unknown;
  readonly format?: string;
  readonly 'x-event-type'?: string;
};

export type Parameter = {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Schema;
};

type Content = Readonly<
  Record<string, { readonly schema: Schema; readonly examples?: Readonly<Record<string, object>> }>
>;

export type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly [string];
  readonly servers?: readonly object[];
  readonly deprecated?: boolean;
  readonly security: readonly { readonly bearer?: readonly string[] }[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
  readonly 'x-previews'?: string;
  readonly 'x-caller'?: string;
  readonly 'x-roles'?: readonly string[];
};

export type ProblemExample = {
  readonly summary: string;
  readonly value: {
    readonly status: number;
    readonly retryable: boolean;
    readonly detail: string;
    readonly facts?: Readonly<Record<string, unknown>>;
    readonly errors?: unknown;
  };
};

export type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly examples: Readonly<Record<string, ProblemExample>>;
  };
};

export type Entry = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
};

/** Every operation that a client calls, in the order of the document; a provider's webhook is none. */
export const entriesOf = ({ paths }: Document): readonly Entry[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation['x-caller'] === undefined)
      .map(([method, operation]) => ({
        ...{ id: operation.operationId, method: method.toUpperCase(), operation },
        path: operation.servers === undefined ? `/v1${path}` : path,
      })),
  );

export const parametersIn = ({ operation }: Entry, place: Parameter['in']): readonly Parameter[] =>
  (operation.parameters ?? []).filter((one) => one.in === place);

export const takesHeader = (entry: Entry, name: string): boolean =>
  parametersIn(entry, 'header').some((one) => one.name === name);

const bodyContent = ({ operation }: Entry) => Object.entries(operation.requestBody?.content ?? {})[0];

export const bodyOf = (entry: Entry): Schema | undefined => bodyContent(entry)?.[1].schema;
export const isForm = (entry: Entry): boolean => bodyContent(entry)?.[0] === 'application/x-www-form-urlencoded';

export const successOf = ({ operation }: Entry): { readonly status: number; readonly schema: Schema } => {
  const [status = '', response] = Object.entries(operation.responses).find(([code]) => code.startsWith('2')) ?? [];
  const schema = response?.content?.['application/json']?.schema;
  if (schema === undefined) throw new Error(`${operation.operationId} answers nothing.`);
  return { status: Number(status), schema };
};

/** The codes of every problem that an operation answers. */
export const codesOf = ({ operation }: Entry): readonly string[] =>
  Object.entries(operation.responses)
    .filter(([status]) => /^[45]/.test(status))
    .flatMap(([, { content = {} }]) => Object.values(content).flatMap(({ examples = {} }) => Object.keys(examples)));

export const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

export const resolved = ({ components }: Document, schema: Schema): Schema =>
  schema.$ref === undefined ? schema : (components.schemas[nameOf(schema.$ref)] ?? {});

/** How an operation's pages follow each other: a list ends without `next`, the events’ `next` never stops. */
export const pagingOf = (document: Document, entry: Entry): 'cursor' | 'after' | undefined => {
  const { items, next } = resolved(document, successOf(entry).schema).properties ?? {};
  const asks = parametersIn(entry, 'query').map(({ name }) => name);
  if (items === undefined || next === undefined) return undefined;
  return (['cursor', 'after'] as const).find((name) => asks.includes(name));
};

/** What an operation does to the world, and so what it needs in order to be sent again. */
export const kindOf = (entry: Entry): 'read' | 'command' | 'preview' | 'token' | 'ask' => {
  if (entry.operation['x-previews'] !== undefined) return 'preview';
  if (isForm(entry)) return 'token';
  if (takesHeader(entry, 'Idempotency-Key')) return 'command';
  return entry.method === 'GET' ? 'read' : 'ask';
};
