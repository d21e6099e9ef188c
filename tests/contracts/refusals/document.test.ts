import { describe, expect, it } from 'vitest';
import { isCommand, takesIfMatch } from '../../../functions/_kit/contract.ts';
import { ownRefusals } from '../../../functions/_kit/door-refusals.ts';
import { loadCapabilities } from '../../../functions/_kit/load-capabilities.ts';
import { isRetryable, problemOf, statusOf } from '../../../functions/_kit/problem.ts';
import { openApiOf } from '../../../tools/generate/openapi.ts';
import { entriesByCode } from '../../../tools/generate/openapi-problems.ts';
import { Problem } from '../../../tools/generate/problem-schema.ts';

type Answer = { content?: Record<string, { schema: object; examples?: Record<string, object> }>; headers: object };
type Operation = { operationId: string; responses: Record<string, Answer> };
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { examples: Record<string, { value: Record<string, unknown> }> };
};

const capabilities = await loadCapabilities();
const contracts = capabilities.flatMap(({ endpoints }) => Object.values(endpoints));
const entries = entriesByCode(capabilities);
const { paths, components } = openApiOf(capabilities) as Document;
const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
/** The token endpoint refuses as plain JSON, as OAuth asks. */
const problemTypes = ['application/problem+json', 'application/json'];

/** The statuses under which an operation of the document names a code. */
const statusesOf = (id: string, code: string): readonly string[] =>
  Object.entries(operations.find(({ operationId }) => operationId === id)?.responses ?? {})
    .filter(([, { content }]) => problemTypes.some((type) => Object.hasOwn(content?.[type]?.examples ?? {}, code)))
    .map(([status]) => status);

type Rule = readonly [
  applies: (contract: (typeof contracts)[number]) => boolean,
  ...codes: (keyof typeof ownRefusals)[],
];
const rules: readonly Rule[] = [
  [() => true, 'internal', 'rate-limited'],
  [({ caller }) => caller !== 'anyone', 'temporarily-unavailable'],
  [({ caller }) => caller === 'partner' || caller === 'staff', 'unauthenticated', 'forbidden'],
  [({ body }) => body !== undefined, 'body-too-large', 'request-timeout'],
  [({ body, rawBody }) => body !== undefined && rawBody !== true, 'malformed-json', 'unsupported-media-type'],
  [({ params, query }) => params !== undefined || query !== undefined, 'invalid-request', 'malformed-url'],
  [takesIfMatch, 'version-differs'],
  [isCommand, 'idempotency-key-missing', 'idempotency-key-reused', 'changed-meanwhile'],
];

describe('the OpenAPI document', () => {
  it.each(contracts.map((contract) => [contract.id, contract] as const))(
    'names each refusal of %s under its status, and there alone',
    (id, contract) => {
      for (const [code, entry] of Object.entries(contract.refusals))
        expect([code, statusesOf(id, code)]).toEqual([code, [`${statusOf(entry)}`]]);
    },
  );

  it.each(contracts.map((contract) => [contract.id, contract] as const))(
    'names what the chain may refuse of %s',
    (id, contract) => {
      const codes = rules.flatMap(([applies, ...given]) => (applies(contract) ? given : []));
      for (const code of codes) {
        const { status } = ownRefusals[code];
        expect([code, statusesOf(id, code)]).toEqual([code, [`${status}`]]);
      }
    },
  );

  it('has an answer of the 4xx, and the request id on every answer, for every operation', () => {
    for (const { operationId, responses } of operations) {
      expect([operationId, Object.keys(responses).some((status) => status.startsWith('4'))]).toEqual([
        operationId,
        true,
      ]);
      for (const { headers } of Object.values(responses)) expect(headers).toHaveProperty('X-Request-Id');
    }
  });

  it('shows each refusal as it is answered, in the form of its own schema', () => {
    for (const [code, entry] of entries) {
      const { value } = components.examples[code] ?? { value: {} };
      expect(Problem.safeParse(value).error).toBeUndefined();
      expect(value).toMatchObject({
        code,
        status: statusOf(entry),
        title: entry.title,
        type: `/docs/problems/${code}`,
      });
      expect(value).toMatchObject({ retryable: isRetryable(code) });
    }
    expect(Object.keys(components.examples).toSorted()).toEqual([...entries.keys()].toSorted());
  });
});

describe('a refusal', () => {
  it.each([...entries])('is worth reading: %s', (code, entry) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(entry.title).toMatch(/^[A-Z`].*[^.]$/);
    expect(entry.titleZh).toMatch(/\p{Script=Han}/u);
    for (const sentence of [entry.happened, entry.remedy]) expect(sentence).toMatch(/^[A-Z`].{15,}\.$/s);
    const said = JSON.parse(
      problemOf({ code, entry }, { docsUrl: '/docs', requestId: 'req_1', language: 'zh-CN' }).body,
    ) as object;
    expect(said).toMatchObject({ title: entry.titleZh });
  });

  it('says one thing under one code, whoever answers it', () => {
    for (const { refusals } of contracts)
      for (const [code, entry] of Object.entries(refusals)) expect(entry).toEqual(entries.get(code));
  });

  it('may be repeated with its key only where nothing was decided', () => {
    // A decision is kept under its key (design §4), and what is not there or not allowed is so until somebody acts.
    const decided = contracts.flatMap(({ refusals }) => Object.keys(refusals));
    expect(decided.filter(isRetryable)).toEqual([]);
    for (const code of ['changed-meanwhile', 'temporarily-unavailable', 'internal', 'request-timeout'])
      expect([code, isRetryable(code)]).toEqual([code, true]);
  });
});
