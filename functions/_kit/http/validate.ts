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

type Errors = readonly FieldError[];
/** A good value, or what is wrong with it. */
type Checked = { readonly value?: unknown; readonly errors?: Errors | Promise<Errors> };

/** A schema that was compiled knows at once that a value is wrong, and has to fetch why (decision 0019). */
const reasons = async (schema: z.ZodType, value: unknown, root: string): Promise<Errors> => {
  const { error } = await schema.safeParseAsync(value);
  return error?.issues.flatMap((issue) => errorsOf(root, value, issue)) ?? [];
};

const check = (schema: z.ZodType | undefined, value: unknown, root: string): Checked => {
  if (schema === undefined) {
    // Where nothing is asked, nothing may be said: who sends `?dryRun=true` must not believe that it was understood.
    const said = Object.keys(Object(value));
    return said.length === 0 ? { value } : { errors: unknown(root, [], said) };
  }
  const { success, data } = schema.safeParse(value);
  return success ? { value: data } : { errors: reasons(schema, value, root) };
};

const wrongIfMatch: FieldError = {
  pointer: '/headers/if-match',
  code: 'not-supported',
  detail: 'This operation is not about one object that exists, so there is no version to demand.',
};

/** What is wrong with the headers by which a caller demands a version, or names its intent in a form of its own. */
const checkHeaders = (contract: EndpointContract, headers: HttpRequest['headers']): readonly Checked[] => {
  const checked: Checked[] = [];
  const key = headers['idempotency-key'];
  if (headers['if-match'] !== undefined && !takesIfMatch(contract)) checked.push({ errors: [wrongIfMatch] });
  if (key !== undefined && contract.key) checked.push(check(contract.key, key, '/headers/idempotency-key'));
  return checked;
};

const refuseAll = async (wrong: readonly Checked[]): Promise<void> => {
  const errors = await Promise.all(wrong.map((one) => one.errors ?? []));
  refuseRequest('invalid-request', {}, errors.flat().slice(0, 50));
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
  before: (request) => {
    const call = callOf(request);
    const contract = call.endpoint?.contract;
    if (contract === undefined) return undefined;
    const { pathParameters, queryStringParameters, headers } = request.event;
    const params = check(contract.params, pathParameters ?? {}, '/path');
    const query = check(contract.query, queryStringParameters ?? {}, '/query');
    const body = contract.rawBody === true ? {} : check(contract.body, call.parsed, '');
    const wrong = [params, query, ...checkHeaders(contract, headers), body].filter(({ errors }) => errors);
    if (wrong.length > 0) return refuseAll(wrong);
    if (isCommand(contract) && !idempotencyKeyForm.test(headers['idempotency-key'] ?? ''))
      refuseRequest('idempotency-key-missing');
    assertIncludes(call, contract, query.value);
    call.input = { body: body.value, params: params.value, query: query.value };
    return undefined;
  },
});
