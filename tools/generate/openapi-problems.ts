import type { RefusalEntry } from '../../domain/shared/refusal.ts';
import type { Capability, EndpointContract } from '../../functions/_kit/contract.ts';
import { ownRefusals } from '../../functions/_kit/door-refusals.ts';
import { problemOf } from '../../functions/_kit/problem.ts';
import { OAuthProblem, Problem } from './problem-schema.ts';

type Entry = RefusalEntry & { readonly status?: number };

/** Every refusal by its code: the kit's own, then those of the contracts. */
export const entriesByCode = (capabilities: readonly Capability[]): ReadonlyMap<string, Entry> => {
  const endpoints = capabilities.flatMap((one) => Object.values(one.endpoints));
  const all = [ownRefusals, ...endpoints.map(({ refusals }) => refusals)].flatMap((some) =>
    Object.entries<Entry>(some),
  );
  return new Map(all.toSorted(([a], [b]) => a.localeCompare(b)));
};

/** A fault as each of these refusals lists them. */
const faults: Readonly<Record<string, readonly object[]>> = {
  'invalid-request': [
    { pointer: '/items/0/productId', code: 'unknown-field', detail: 'This field is not known here.' },
    { pointer: '/query/limit', code: 'out-of-range', detail: 'Too big: expected number to be <=50' },
  ],
  'claim-form-invalid': [{ pointer: '/form/waybillNumber', code: 'required', detail: 'A text is required.' }],
  'findings-invalid': [{ pointer: '/tier', code: 'required', detail: 'One of T1, T2, T3, or an amount.' }],
  'invalid-inputs': [
    { pointer: '/items/0/insuredObject/deviceValue', code: 'wrong-type', detail: 'It must be an integer.' },
  ],
};

/** The whole problem document as an example; its `type` is relative to the host that serves the document. */
export const exampleOf = (code: string, entry: Entry): object => {
  const context = { docsUrl: '/docs', requestId: 'req_01jd8x2k7v5m3q9w4t6y8r0z1b', language: 'en' } as const;
  const document = JSON.parse(problemOf({ code, entry, facts: entry.example }, context).body) as object;
  return code in faults ? { ...document, errors: faults[code] } : document;
};

/** One example for each code; operations refer to those that they answer. */
export const problemExamples = (entries: ReadonlyMap<string, Entry>) =>
  Object.fromEntries(
    [...entries].map(([code, entry]) => [code, { summary: entry.title, value: exampleOf(code, entry) }]),
  );

const oneOf = (codes: readonly string[], example: (code: string) => object) =>
  Object.fromEntries(codes.map((code) => [code, example(code)]));

/**
 * What an operation answers under one status: the problem document, and an example for each code it may carry. The
 * token endpoint answers the same document with the members of OAuth beside it, as plain JSON.
 */
export const problemContent = ({ problemForm, refusals }: EndpointContract, codes: readonly string[]) => {
  if (problemForm === undefined)
    return {
      'application/problem+json': {
        schema: Problem,
        examples: oneOf(codes, (code) => ({ $ref: `#/components/examples/${code}` })),
      },
    };
  const known: Readonly<Record<string, Entry>> = { ...ownRefusals, ...refusals };
  const formed = (code: string): object => {
    const entry = known[code];
    if (entry === undefined) throw new Error(`${code} is no refusal.`);
    return { value: { ...exampleOf(code, entry), ...problemForm(code, entry.happened).members } };
  };
  return { 'application/json': { schema: OAuthProblem, examples: oneOf(codes, formed) } };
};
