import { type Operation, type Response, resolved } from './document.ts';
import type { Exchange } from './exchange.ts';
import { faultsBy, hasForm } from './validators.ts';

/** What belongs to HTTP, to browsers and to the announcement of an end, and so to no operation in particular. */
const ofTheWire = new Set([
  ...['content-type', 'content-length', 'cache-control', 'x-content-type-options', 'connection', 'keep-alive', 'date'],
  ...['access-control-allow-origin', 'access-control-expose-headers', 'deprecation', 'sunset', 'link'],
]);

const headerFaults = ({ headers: documented = {} }: Response, headers: Readonly<Record<string, string>>) => {
  const known = new Map(Object.entries(documented).map(([name, one]) => [name.toLowerCase(), one]));
  const wrong = Object.entries(headers).flatMap(([name, text]) => {
    const one = known.get(name.toLowerCase());
    if (one === undefined) return ofTheWire.has(name.toLowerCase()) ? [] : [`the header ${name} is not documented`];
    const { schema = {} } = resolved('headers', one);
    return hasForm(schema, text) ? [] : [`the header ${name} has another form: ${text}`];
  });
  return headers['x-request-id'] === undefined ? [...wrong, 'there is no X-Request-Id'] : wrong;
};

type Problem = Readonly<Record<'type' | 'title' | 'status' | 'code' | 'retryable' | 'requestId', unknown>>;

/** The document shows the English title; the Chinese one is for whoever asks for it, or asked first under this key. */
const saysSo = (title: unknown, english: unknown, mayBeChinese: boolean): boolean =>
  title === english || (mayBeChinese && /\p{Script=Han}/u.test(String(title)));

type Refusing = { readonly operation: Operation; readonly status: number; readonly mayBeChinese: boolean };

/** A problem says its status, its page and its title as the document shows them under its code. */
const problemFaults = (problem: Problem, { operation, status, mayBeChinese }: Refusing): readonly string[] => {
  const [content] = Object.values(operation.responses[status]?.content ?? {});
  const code = String(problem.code);
  const named = content?.examples?.[code];
  if (named === undefined) return [`the code ${code} is not named under ${status}`];
  const { value } = resolved<{ readonly value?: unknown }>('examples', named);
  const shown = value as Problem;
  return [
    ...(problem.status === status && shown.status === status ? [] : [`the problem says status ${problem.status}`]),
    ...(String(problem.type).endsWith(`/problems/${code}`) ? [] : [`the type is ${problem.type}`]),
    ...(saysSo(problem.title, shown.title, mayBeChinese) ? [] : [`the title is ${problem.title}`]),
    ...(problem.retryable === shown.retryable ? [] : [`the problem says retryable ${problem.retryable}`]),
  ];
};

/** What is wrong with a document that an operation answers with a status, wherever it stands. */
const contentFaults = (value: unknown, refusing: Refusing): readonly string[] => {
  const { operation, status } = refusing;
  if (operation.responses[status]?.content === undefined) return [`${status} is not documented`];
  const faults = faultsBy([operation.operationId, `${status}`], value);
  return status < 400 ? faults : [...faults, ...problemFaults(value as Problem, refusing)];
};

type Item = { readonly status?: number; readonly body?: unknown; readonly operation: string };

/** The answers of the items of a batch: each is the one that its own operation documents. */
const itemFaults = (
  value: unknown,
  mayBeChinese: boolean,
  of: (id: string) => Operation | undefined,
): readonly string[] => {
  const { results = [] } = value as { readonly results?: readonly Item[] };
  return results.flatMap(({ status, body, operation: id }, at) => {
    const operation = of(id);
    if (status === undefined || operation === undefined) return [];
    return contentFaults(body, { operation, status, mayBeChinese }).map((fault) => `/results/${at} ${id} ${fault}`);
  });
};

const parsed = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

/** Everything in which an answer is not what the document says of its operation. */
export const answerFaults = (
  { operation, headers: asked, answer }: Exchange,
  of: (id: string) => Operation | undefined,
): readonly string[] => {
  const { statusCode: status, headers, body } = answer;
  const response = operation.responses[status];
  if (response === undefined) return [`${status} is not documented`];
  const faults = headerFaults(response, headers);
  if (response.content === undefined)
    return body === '' && headers['content-type'] === undefined ? faults : [...faults, `${status} has a body`];
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (response.content[type] === undefined) return [...faults, `the content type is ${type}`];
  const content = parsed(body);
  if (content === undefined) return [...faults, 'the body is not JSON'];
  const replayed = headers['idempotent-replayed'] === 'true' || operation.path.endsWith('/batch');
  const mayBeChinese = replayed || /^\s*zh/i.test(asked['accept-language'] ?? '');
  return [
    ...faults,
    ...contentFaults(content.value, { operation, status, mayBeChinese }),
    ...(status < 300 && operation.path.endsWith('/batch') ? itemFaults(content.value, mayBeChinese, of) : []),
  ];
};
