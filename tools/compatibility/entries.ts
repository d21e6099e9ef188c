import { below, type OpenApi, type Operation, type Place } from './document.ts';

/** An operation of a document by its method and whole path, in which parameters have places and no names. */
export type Entry = Place<Operation> & { readonly name: string; readonly pathNames: readonly string[] };

const methods: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);
const parameter = /\{([^}]+)\}/g;

/** Every operation of a document by `POST /v1/policies/{}/cancellations`. */
export const entriesOf = (document: OpenApi): ReadonlyMap<string, Entry> => {
  const base = document.servers?.[0]?.url ?? '';
  return new Map(
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => methods.has(method))
        .map(([method, value]) => {
          const name = `${method.toUpperCase()} ${base}${path}`;
          const pathNames = [...path.matchAll(parameter)].map(([, inner = '']) => inner);
          const entry: Entry = { value, at: below('/paths', path, method), document, name, pathNames };
          return [name.replaceAll(parameter, '{}'), entry] as const;
        }),
    ),
  );
};

/** A problem, or plain JSON where another standard asks for it; only refusals have examples. */
const problemTypes = ['application/problem+json', 'application/json'];

/** The refusals of an operation with their status, from the examples that each problem of it has. */
export const refusalsOf = ({ value }: Entry): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(value.responses).flatMap(([status, { content }]) =>
      problemTypes
        .flatMap((type) => Object.keys(content?.[type]?.examples ?? {}))
        .map((code) => [code, status] as const),
    ),
  );
