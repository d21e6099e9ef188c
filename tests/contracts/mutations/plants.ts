import * as z from 'zod';
import type { Endpoint } from '../../../functions/_kit/implement.ts';
import type { TableClient } from '../../../functions/_storage/client.ts';
import { PutCommand, TransactWriteCommand } from '../../../functions/_storage/commands.ts';
import { tableDefinition } from '../../../functions/_storage/keys.ts';
import type { Planted } from './stage/ground.ts';

/** A bug, the rule that has to find it, and the operation that it is in; nowhere in particular if none is said. */
export type Plant = { readonly rule: string; readonly operation?: string; readonly planted: () => Planted };

const inEndpoint = (id: string, change: (endpoint: Endpoint) => object): Planted => ({
  endpoints: (real) =>
    real.map((endpoint) => (endpoint.contract.id === id ? { ...endpoint, ...change(endpoint) } : endpoint)),
});

type Handle = Endpoint['handle'];
const before = (id: string, act: (body: string) => undefined | Promise<never>): Planted =>
  inEndpoint(id, ({ handle }) => ({
    handle: (async (call) => {
      await act(JSON.stringify(Object(call).body));
      return handle(call);
    }) satisfies Handle,
  }));

const fail = (): never => {
  throw new Error('This case was never thought of.');
};

/** A schema that does something else with what fits no field. */
const schemaOf = (real: z.ZodType | undefined, parse: (value: unknown, real: z.ZodType) => unknown) => ({
  safeParse: (value: unknown) => parse(value, real ?? z.unknown()),
  safeParseAsync: async (value: unknown) => parse(value, real ?? z.unknown()),
});

const strayWrites = (): Planted => {
  let table: TableClient | undefined;
  const stray = { pk: 'T#shop-a#POL#stray', sk: 'STATE' };
  return {
    through: (client) => {
      table = client;
      return client;
    },
    platform: (platform) => ({
      ...platform,
      limiter: {
        take: (wishes, now) => {
          if (wishes.some(({ name }) => name.startsWith('approveClaim')))
            void table?.send(new PutCommand({ TableName: tableDefinition.tableName, Item: stray }));
          return platform.limiter.take(wishes, now);
        },
      },
    }),
  };
};

type Action = { readonly Put?: { readonly Item?: Readonly<Record<string, unknown>> } };
const isCustomerRecord = ({ Put }: Action): boolean =>
  String(Put?.Item?.['pk']).includes('#CUS#') && String(Put?.Item?.['sk']).startsWith('OP#');

/** Leaves the record of a customer out of its transaction. */
const withoutRecord = (client: TableClient): TableClient => ({
  send: (command) => {
    if (command instanceof TransactWriteCommand)
      command.input.TransactItems = (command.input.TransactItems ?? []).filter(
        (one) => !isCustomerRecord(one as Action),
      );
    return client.send(command);
  },
});

export const plants: Readonly<Record<string, Plant>> = {
  'a handler that fails at a long text': {
    rule: 'no-5xx',
    operation: 'closeAlert',
    planted: () => before('closeAlert', (body) => (body.length > 200 ? fail() : undefined)),
  },
  'a handler that fails at a character of 32 bits': {
    rule: 'no-5xx',
    operation: 'registerCustomer',
    planted: () => before('registerCustomer', (body) => (/[\u{10000}-\u{10ffff}]/u.test(body) ? fail() : undefined)),
  },
  'a parameter that fails at a NUL': {
    rule: 'no-5xx',
    operation: 'getPolicy',
    planted: () =>
      inEndpoint('getPolicy', ({ contract }) => ({
        contract: {
          ...contract,
          params: schemaOf(contract.params, (value, real) =>
            JSON.stringify(value).includes('\\u0000') ? fail() : real.safeParse(value),
          ),
        },
      })),
  },
  'an answer with one field more': {
    rule: 'on-schema',
    operation: 'previewCancellation',
    planted: () =>
      inEndpoint('previewCancellation', ({ contract, handle }) => ({
        contract: { ...contract, response: z.unknown() },
        handle: async (call: never) => {
          const decided = await handle(call);
          return decided.ok ? { ...decided, value: { ...Object(decided.value), internalNote: 'x' } } : decided;
        },
      })),
  },
  'a write before anything is validated': { rule: 'no-partial-write', planted: strayWrites },
  'a state without its record': { rule: 'no-partial-write', planted: () => ({ through: withoutRecord }) },
  'a command that writes into another tenant': {
    rule: 'own-tenant',
    operation: 'createCredential',
    planted: () =>
      inEndpoint('createCredential', ({ contract }) => ({ contract: { ...contract, home: () => 'shop-b' } })),
  },
  'a fault that points at nothing': {
    rule: 'points-at-request',
    operation: 'assessClaim',
    planted: () =>
      inEndpoint('assessClaim', ({ contract }) => ({
        contract: {
          ...contract,
          body: schemaOf(contract.body, (value, real) => {
            const { success, data } = real.safeParse(value);
            const issue = { code: 'custom', path: ['not', 0, 'there'], message: 'It is wrong.' };
            return success ? { success, data } : { success, error: { issues: [issue] } };
          }),
        },
      })),
  },
  'a problem that shows a path of ours': {
    rule: 'no-leak',
    planted: () => ({ platform: (real) => ({ ...real, docsUrl: 'file:///var/task/node_modules/docs' }) }),
  },
  'a handler that never answers an empty note': {
    rule: 'answers',
    operation: 'assessClaim',
    planted: () => ({
      ...before('assessClaim', (body) => (body.includes('Seen.') ? undefined : new Promise<never>(() => undefined))),
      patienceMs: 50,
    }),
  },
};
