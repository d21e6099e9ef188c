import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isCommand, takesIfMatch, takesIfNoneMatch } from '../../../functions/_kit/contract.ts';
import { ownRefusals } from '../../../functions/_kit/door-refusals.ts';
import type { Endpoint } from '../../../functions/_kit/implement.ts';
import { createLimiter } from '../../../functions/_kit/limiter.ts';
import type { Platform } from '../../../functions/_kit/platform.ts';
import { raise } from '../../../functions/_kit/signals.ts';
import { loadEntries } from '../../../local/entries.ts';
import { operations } from '../../support/held/document.ts';
import type { Asked } from '../../support/world.ts';
import { askOf } from '../book/asks.ts';
import { aFilledBook, callerOf } from '../book/filled-book.ts';

const { endpoints } = await loadEntries();

/** What is wrong with the platform at the moment. */
const trouble = { limits: false, unreachable: false };
const outOfReach = <T extends object>(part: T): T =>
  new Proxy(part, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...given: readonly unknown[]) =>
        trouble.unreachable
          ? Promise.reject(caught(() => raise({ signal: 'unavailable' })))
          : Reflect.apply(value, target, given);
    },
  });
const caught = (work: () => never): unknown => {
  try {
    return work();
  } catch (thrown) {
    return thrown;
  }
};

/** The limits as they are published, and a caller who has used up theirs a moment before. */
const usedUp = () => {
  const limiter = createLimiter();
  const take: typeof limiter.take = (wishes, nowMs) => {
    for (;;) {
      const verdict = limiter.take(wishes, nowMs);
      if (verdict.refused !== undefined) return verdict;
    }
  };
  return { take };
};

const around = (platform: Platform): Platform => {
  const empty = usedUp();
  return {
    ...platform,
    tokens: outOfReach(platform.tokens),
    tenants: outOfReach(platform.tenants),
    limiter: { take: (...given) => (trouble.limits ? empty : platform.limiter).take(...given) },
  };
};
const book = await aFilledBook({ around });

type Wrong = {
  readonly code: string;
  readonly applies: (endpoint: Endpoint) => boolean;
  readonly change: (asked: Asked, endpoint: Endpoint) => Asked;
  readonly trouble?: Partial<typeof trouble>;
};

const hasJson = ({ contract }: Endpoint): boolean => contract.body !== undefined && contract.rawBody !== true;
const hasToken = ({ contract }: Endpoint): boolean => contract.caller === 'partner' || contract.caller === 'staff';
const header = (headers: Readonly<Record<string, string>>) => (asked: Asked) => ({
  ...asked,
  headers: { ...asked.headers, ...headers },
});
const malformed = (texts: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, name === 'tenantId' ? text : '¿?']));

/** What the chain refuses whatever an operation does, and a request of each operation that meets it. */
const wrongs: readonly Wrong[] = [
  { code: 'rate-limited', applies: () => true, change: (asked) => asked, trouble: { limits: true } },
  { code: 'unauthenticated', applies: hasToken, change: header({ authorization: '' }) },
  {
    code: 'forbidden',
    applies: ({ contract }) => contract.scope !== undefined || contract.caller === 'staff',
    change: (asked) => ({ ...asked, as: { kind: 'partner', id: 'client-9', roles: [], scopes: [] } }),
  },
  {
    code: 'body-too-large',
    applies: ({ contract }) => contract.body !== undefined,
    change: (asked, { contract }) => ({
      ...asked,
      body: 'x'.repeat(contract.batch === undefined ? 65_537 : 3_000_000),
    }),
  },
  { code: 'malformed-json', applies: hasJson, change: (asked) => ({ ...asked, body: '{' }) },
  { code: 'unsupported-media-type', applies: hasJson, change: header({ 'content-type': 'text/plain' }) },
  {
    code: 'invalid-request',
    applies: () => true,
    change: (asked, endpoint) => ({
      ...asked,
      // No version is demanded of what is no object.
      ...(takesIfMatch(endpoint.contract) ? {} : { headers: { ...asked.headers, 'if-match': '"1"' } }),
      ...(endpoint.contract.form === true ? {} : { query: { ...asked.query, unheardOf: '1' } }),
      ...(hasJson(endpoint) && { body: { unheardOf: 1 } }),
      params: malformed(asked.params),
    }),
  },
  {
    code: 'idempotency-key-missing',
    applies: ({ contract }) => isCommand(contract) && contract.key === undefined,
    change: (asked) => ({ ...asked, key: undefined }),
  },
  {
    code: 'version-differs',
    applies: ({ contract }) => takesIfMatch(contract),
    change: header({ 'if-match': '"999"' }),
  },
  {
    code: 'not-found',
    applies: ({ contract }) => contract.caller === 'public' || contract.caller === 'provider',
    change: (asked) => ({ ...asked, params: { ...asked.params, tenantId: 'nobody-here' } }),
  },
  {
    code: 'temporarily-unavailable',
    applies: (endpoint) =>
      hasToken(endpoint) || endpoint.contract.path.includes('{tenantId}') || endpoint.contract.founds !== undefined,
    change: (asked) => asked,
    trouble: { unreachable: true },
  },
];

const cases = wrongs.flatMap((wrong) =>
  endpoints.filter(wrong.applies).map((endpoint) => [wrong.code, endpoint.contract.id, wrong, endpoint] as const),
);

describe('what is refused of every operation alike', () => {
  it.each(cases)('%s: %s', async (code, id, wrong, endpoint) => {
    const ask = await askOf(book, endpoint, book.ids);
    const asked = wrong.change(endpoint.contract.key === undefined ? ask : { ...ask, key: randomUUID() }, endpoint);
    const written: unknown[] = [];
    const stop = book.engine.onCommit((changes) => void written.push(...changes));
    Object.assign(trouble, wrong.trouble);
    const answer = await book.call(id, asked);
    Object.assign(trouble, { limits: false, unreachable: false });
    stop();
    const { status } = ownRefusals[code as keyof typeof ownRefusals];
    expect([answer.status, Object(answer.body).code], answer.text).toEqual([status, code]);
    expect(written).toEqual([]);
    expect(operations.get(id)?.responses).toHaveProperty(`${status}`);
  });

  it.each(endpoints.filter(({ contract }) => takesIfNoneMatch(contract)).map((one) => [one.contract.id, one] as const))(
    'nothing new: %s',
    async (id, endpoint) => {
      const asked = await askOf(book, endpoint, book.ids);
      const { headers } = await book.raw(id, { ...asked, as: callerOf(endpoint) });
      const etag = headers['etag'] ?? '';
      const again = await book.raw(id, { ...asked, headers: { 'if-none-match': etag } });
      expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', etag]);
    },
  );
});
