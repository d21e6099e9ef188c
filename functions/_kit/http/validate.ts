import type * as z from 'zod';
import { type EndpointContract, idempotencyKeyForm, isCommand, takesIfMatch } from '../contract.ts';
import { lackingScope } from '../include.ts';
import type { FieldError } from '../problem.ts';
import type { CallState, HttpRequest } from './state.ts';
import { callOf, refuseRequest, type Step } from './step.ts';

type Issue = z.core.$ZodIssue;

const escaped = (segment: PropertyKey): string => String(segment).replaceAll('~', '~0').replaceAll('/', '~1');
const pointerTo = (root: string, path: readonly PropertyKey[]): string => [root, ...path.map(escaped)].join('/');

/** A fault has one word, in a body as in the answers to a product's form (`checkForm`). */
const words: Readonly<Record<string, string>> = {
  invalid_type: 'wrong-type',
  invalid_format: 'wrong-format',
  invalid_value: 'not-an-option',
  too_small: 'out-of-range',
  too_big: 'out-of-range',
};
const required = { code: 'required', detail: 'This field is required.' };

const isThere = (value: unknown, path: readonly PropertyKey[]): boolean =>
  path.reduce((inner, name) => inner && Reflect.get(Object(inner), name), value) !== undefined;

const unknown = (root: string, path: readonly PropertyKey[], keys: readonly string[]): readonly FieldError[] =>
  keys.map((key) => ({
    pointer: pointerTo(root, [...path, key]),
    code: 'unknown-field',
    detail: 'This field is not known here.',
  }));

const errorsOf = (root: string, value: unknown, issue: Issue): readonly FieldError[] => {
  if (issue.code === 'unrecognized_keys') return unknown(root, issue.path, issue.keys);
  const { code, message } = issue;
  const said = isThere(value, issue.path) ? { code: words[code] ?? 'not-valid', detail: message } : required;
  return [{ pointer: pointerTo(root, issue.path), ...said }];
};

type Checked = { readonly value: unknown; readonly errors: readonly FieldError[] };

const check = async (schema: z.ZodType | undefined, value: unknown, root: string): Promise<Checked> => {
  // Where nothing is asked, nothing may be said: who sends `?dryRun=true` must not believe that it was understood.
  if (schema === undefined) return { value, errors: unknown(root, [], Object.keys(Object(value))) };
  const { success, data } = schema.safeParse(value);
  if (success) return { value: data, errors: [] };
  // Asked again: a schema that was compiled knows at once that a value is wrong, and has to fetch why (decision 0019).
  const { error } = await schema.safeParseAsync(value);
  return { value: undefined, errors: error?.issues.flatMap((issue) => errorsOf(root, value, issue)) ?? [] };
};

const wrongIfMatch: FieldError = {
  pointer: '/headers/if-match',
  code: 'not-supported',
  detail: 'This operation is not about one object that exists, so there is no version to demand.',
};

/** What is wrong with the headers by which a caller demands a version, or names its intent in a form of its own. */
const headerErrors = async (
  contract: EndpointContract,
  headers: HttpRequest['headers'],
): Promise<readonly FieldError[]> => {
  const key = headers['idempotency-key'];
  const wrongKey = key !== undefined && contract.key && (await check(contract.key, key, '/headers/idempotency-key'));
  return [
    ...(headers['if-match'] !== undefined && !takesIfMatch(contract) ? [wrongIfMatch] : []),
    ...(wrongKey ? wrongKey.errors : []),
  ];
};

/** What is included is shown by its own scope, as if it were asked for by itself. */
const assertIncludes = ({ actor }: CallState, { includes }: EndpointContract, query: unknown): void => {
  const needs = lackingScope(includes, query, actor ?? { scopes: [] });
  if (needs !== undefined) refuseRequest('forbidden', { needs });
};

/**
 * Checks path, query and body against the contract; every fault is named with a JSON Pointer, and nothing is written.
 */
export const validate = (): Step => ({
  before: async (request) => {
    const call = callOf(request);
    const contract = call.endpoint?.contract;
    if (contract === undefined) return;
    const { pathParameters, queryStringParameters, headers } = request.event;
    const params = await check(contract.params, pathParameters ?? {}, '/path');
    const query = await check(contract.query, queryStringParameters ?? {}, '/query');
    const body =
      contract.rawBody === true ? { value: undefined, errors: [] } : await check(contract.body, call.parsed, '');
    const errors = [...params.errors, ...query.errors, ...(await headerErrors(contract, headers)), ...body.errors];
    if (errors.length > 0) refuseRequest('invalid-request', {}, errors.slice(0, 50));
    if (isCommand(contract) && !idempotencyKeyForm.test(headers['idempotency-key'] ?? ''))
      refuseRequest('idempotency-key-missing');
    assertIncludes(call, contract, query.value);
    call.input = { body: body.value, params: params.value, query: query.value };
  },
});
