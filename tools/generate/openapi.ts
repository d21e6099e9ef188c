import type * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import {
  type Capability,
  type EndpointContract,
  isCommand,
  type Named,
  takesIfMatch,
  takesIfNoneMatch,
} from '../../functions/_kit/contract.ts';
import { ownRefusals } from '../../functions/_kit/door-refusals.ts';
import { statusOf } from '../../functions/_kit/problem.ts';
import { publishedLimitsOf, sharedHeaders } from './openapi-limits.ts';
import {
  extensionsOf,
  headerParametersOf,
  headersOf,
  problemHeaders,
  securityOf,
  unchangedHeaders,
} from './openapi-parts.ts';
import { entriesByCode, problemContent, problemExamples } from './openapi-problems.ts';
import { withWebhooks } from './openapi-webhooks.ts';

type Endpoint = Named<EndpointContract>;
type KitCode = keyof typeof ownRefusals;

/** Open to everybody, and nothing behind it that could be out of reach. */
const touchesNothing = ({ caller, reads, uses, lists = [] }: Endpoint): boolean =>
  caller === 'anyone' && reads.length + uses.length + lists.length === 0;

/** The kit's own refusals that an entry can meet, by what it takes and who may call it. */
const kitCodesOf = (contract: Endpoint): readonly KitCode[] => [
  'rate-limited',
  ...(contract.body === undefined ? [] : (['body-too-large', 'request-timeout'] as const)),
  ...(contract.body === undefined || contract.rawBody === true
    ? []
    : (['malformed-json', 'unsupported-media-type'] as const)),
  ...((contract.params ?? contract.query) ? (['malformed-url'] as const) : []),
  // Whatever an entry takes, it refuses a version that is demanded of no object.
  'invalid-request',
  ...(contract.caller === 'partner' || contract.caller === 'staff'
    ? (['unauthenticated', 'forbidden'] as const)
    : (['not-found'] as const)),
  ...(isCommand(contract) ? (['idempotency-key-missing', 'idempotency-key-reused'] as const) : []),
  ...(contract.writes.length > 0 ? (['changed-meanwhile'] as const) : []),
  ...(takesIfMatch(contract) ? (['version-differs'] as const) : []),
  ...(touchesNothing(contract) ? [] : (['temporarily-unavailable'] as const)),
  'internal',
];

const problemsByStatus = (contract: Endpoint): ReadonlyMap<number, readonly string[]> => {
  const entries = [
    ...Object.entries(contract.refusals).map(([code, entry]) => [statusOf(entry), code] as const),
    ...kitCodesOf(contract).map((code) => [ownRefusals[code].status, code] as const),
  ];
  const byStatus = new Map<number, string[]>();
  for (const [status, code] of entries.toSorted(([a], [b]) => a - b))
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  return byStatus;
};

/** What an operation was asked and answered once, by its id; absent where nobody asked. */
export type Examples = ReadonlyMap<
  string,
  { readonly request: { readonly body?: unknown }; readonly response: object }
>;
const none: Examples = new Map();

const responsesOf = (contract: Endpoint, examples: Examples): NonNullable<ZodOpenApiOperationObject['responses']> => ({
  [`${contract.success}` as '200']: {
    description: contract.summary,
    headers: headersOf(contract),
    content: { 'application/json': { schema: contract.response, ...exampleIn(examples.get(contract.id)?.response) } },
  },
  ...(takesIfNoneMatch(contract) && {
    '304': { description: 'What you hold is still the present version.', headers: unchangedHeaders },
  }),
  ...Object.fromEntries(
    [...problemsByStatus(contract)].map(([status, codes]) => [
      `${status}` as '400',
      {
        description: codes.map((code) => `\`${code}\``).join(', '),
        headers: problemHeaders(contract, status, codes),
        content: problemContent(contract, codes),
      },
    ]),
  ),
});

const exampleIn = (shown: object = {}): { example?: unknown } => ('body' in shown ? { example: shown.body } : {});

const parametersOf = (contract: Endpoint) => ({
  ...(contract.params !== undefined && { path: contract.params as z.ZodObject }),
  ...(contract.query !== undefined && { query: contract.query as z.ZodObject }),
  ...headerParametersOf(contract),
});

const bodyTypeOf = ({ form }: Endpoint): string =>
  form === true ? 'application/x-www-form-urlencoded' : 'application/json';
const requestBodyOf = (contract: Endpoint, examples: Examples): Pick<ZodOpenApiOperationObject, 'requestBody'> => {
  const { body: schema, id } = contract;
  if (schema === undefined) return {};
  const content = { [bodyTypeOf(contract)]: { schema, ...exampleIn(examples.get(id)?.request) } };
  return { requestBody: { required: true, content } };
};

const operationOf = (contract: Endpoint, examples: Examples): ZodOpenApiOperationObject => ({
  operationId: contract.id,
  ...(contract.atRoot === true && { servers: [{ url: '/', description: 'The root of the same host.' }] }),
  summary: contract.summary,
  ...(contract.description !== undefined && { description: contract.description }),
  tags: [contract.capability],
  security: securityOf(contract),
  ...extensionsOf(contract),
  requestParams: parametersOf(contract),
  ...requestBodyOf(contract, examples),
  responses: responsesOf(contract, examples),
  'x-rate-limit': publishedLimitsOf(contract),
});

const pathsOf = (capabilities: readonly Capability[], examples: Examples): ZodOpenApiPathsObject => {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const { endpoints } of capabilities) {
    for (const contract of Object.values(endpoints)) {
      paths[contract.path] = {
        ...paths[contract.path],
        [contract.method.toLowerCase()]: operationOf(contract, examples),
      };
    }
  }
  return paths;
};

const callsOf = (capabilities: readonly Capability[], examples: Examples) =>
  createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Bindery',
      version: '1.0.0',
      summary: 'Embedded insurance: quote, bind, collect, serve and pay claims.',
      description:
        'Amounts are integers of minor units. Times are UTC to the millisecond unless a field says otherwise. Every command takes an `Idempotency-Key`; every refusal is an RFC 9457 problem whose `type` is its page, its `title` in the language of `Accept-Language` and its `detail` in English.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/v1', description: 'The host that serves this document.' }],
    tags: capabilities
      .filter(({ endpoints }) => Object.keys(endpoints).length > 0)
      .map(({ name }) => ({ name, description: `Operations on ${name}.` })),
    paths: pathsOf(capabilities, examples),
    components: {
      examples: problemExamples(entriesByCode(capabilities)),
      headers: sharedHeaders,
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'An access token of five minutes (RFC 9068).',
        },
      },
    },
  });

/**
 * The OpenAPI 3.1 document of every endpoint and every webhook, from the contracts and the events, and from what was
 * recorded as examples of them.
 */
export const openApiOf = (capabilities: readonly Capability[], examples = none): object =>
  withWebhooks(callsOf(capabilities, examples));
