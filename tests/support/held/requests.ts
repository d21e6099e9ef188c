import { document, type Operation, type Parameter } from './document.ts';
import type { Exchange } from './exchange.ts';
import { faultsBy } from './validators.ts';

type Texts = Readonly<Record<string, string | undefined>>;

/** Paths, queries and headers are texts; a number is one that JSON writes the same way. */
const fits = (path: readonly string[], text: string): boolean =>
  faultsBy(path, text).length === 0 ||
  (/^(-?(0|[1-9]\d*)|true|false)$/.test(text) && faultsBy(path, JSON.parse(text)).length === 0);

const parameterFaults = (id: string, parameter: Parameter, text: string | undefined): readonly string[] => {
  const what = `${parameter.in} ${parameter.name}`;
  if (text === undefined) return parameter.required === true ? [`${what} is missing`] : [];
  return fits([id, 'parameters', what], text) ? [] : [`${what} has another form: ${text}`];
};

const parametersFaults = ({ operation, params, query, headers }: Exchange): readonly string[] => {
  const given: Readonly<Record<Parameter['in'], Texts>> = { path: params, query, header: headers };
  const { operationId: id, parameters } = operation;
  const known = new Set(parameters.filter((one) => one.in === 'query').map(({ name }) => name));
  return [
    ...parameters.flatMap((one) =>
      parameterFaults(id, one, given[one.in][one.in === 'header' ? one.name.toLowerCase() : one.name]),
    ),
    ...Object.keys(query)
      .filter((name) => !known.has(name))
      .map((name) => `query ${name} is not documented`),
  ];
};

/** What the OAuth form of this document names; a server ignores all else, as RFC 6749, 3.2 asks. */
const understood = new Set(Object.keys(Object(document.components.schemas['TokenForm']).properties));

/** The fields of a form as one object; one that stands there twice has no form at all. */
const formOf = (text: string): unknown => {
  const fields = [...new URLSearchParams(text)].filter(([name]) => understood.has(name));
  return new Set(fields.map(([name]) => name)).size === fields.length ? Object.fromEntries(fields) : fields;
};

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'application/json': (text) => JSON.parse(text),
  'application/x-www-form-urlencoded': formOf,
};

const bodyFaults = ({ operation, headers, body }: Exchange): readonly string[] => {
  const [wanted] = Object.keys(operation.requestBody?.content ?? {});
  if (wanted === undefined) return [];
  const [type = ''] = (headers['content-type'] ?? '').toLowerCase().split(';');
  if (type.trim() !== wanted) return [`the body is ${type}`];
  if (body === undefined) return ['there is no body'];
  return faultsBy([operation.operationId, 'body'], readers[wanted]?.(body));
};

type Item = {
  readonly operation: string;
  readonly params?: Texts;
  readonly body: unknown;
  readonly idempotencyKey: string;
};

/** The items of a batch that have their effect: each is a request that its own operation documents. */
const itemFaults = (exchange: Exchange, of: (id: string) => Operation | undefined): readonly string[] => {
  const { items } = JSON.parse(exchange.body ?? '') as { readonly items: readonly Item[] };
  const { results } = JSON.parse(exchange.answer.body) as { readonly results: readonly { readonly outcome: string }[] };
  return items.flatMap(({ operation: id, params = {}, body, idempotencyKey }, at) => {
    const operation = of(id);
    if (operation === undefined || results[at]?.outcome !== 'done') return [];
    const headers = { 'content-type': 'application/json', 'idempotency-key': idempotencyKey };
    const alone = { ...exchange, operation, params, query: {}, headers, body: JSON.stringify(body) };
    return [...parametersFaults(alone), ...bodyFaults(alone)].map((fault) => `/items/${at} ${id} ${fault}`);
  });
};

/** Everything in which a request was not what the document asks for, and had its effect all the same. */
export const requestFaults = (exchange: Exchange, of: (id: string) => Operation | undefined): readonly string[] => {
  if (exchange.answer.statusCode >= 300) return [];
  const faults = [...parametersFaults(exchange), ...bodyFaults(exchange)];
  return faults.length === 0 && exchange.operation.path.endsWith('/batch') ? itemFaults(exchange, of) : faults;
};
