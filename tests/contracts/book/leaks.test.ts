import { describe, expect, it } from 'vitest';
import { routeKeyOf } from '../../../functions/_kit/http/route.ts';
import type { Endpoint } from '../../../functions/_kit/implement.ts';
import { lambda } from '../../../functions/_kit/lambda.ts';
import type { Platform } from '../../../functions/_kit/platform.ts';
import { statusOf } from '../../../functions/_kit/problem.ts';
import { kitRefusals } from '../../../functions/_kit/refusals.ts';
import { loadEntries } from '../../../local/entries.ts';
import type { OpenApi } from '../../../tools/compatibility/document.ts';
import { entriesOf, refusalsOf } from '../../../tools/compatibility/entries.ts';
import { openApiOf } from '../../../tools/generate/openapi.ts';
import { OAuthProblem, Problem } from '../../../tools/generate/problem-schema.ts';
import { held } from '../../support/held/held.ts';
import type { Answer } from '../../support/world.ts';
import { askOf } from './asks.ts';
import { aFilledBook, type FilledBook } from './filled-book.ts';

const { endpoints, capabilities } = await loadEntries();
const documented = entriesOf(JSON.parse(JSON.stringify(openApiOf(capabilities))) as OpenApi);
const codesOf = (id: string): readonly string[] =>
  [...documented.values()]
    .filter(({ value }) => value.operationId === id)
    .flatMap((entry) => [...refusalsOf(entry).keys()]);

/** What a failure may carry inside, and no caller may see. */
const canaries = [
  'bindery-table-canary',
  'arn:aws:kms:eu-central-1:123456789012:key/canary',
  '/var/task/functions/canary.ts:41:7',
  'SELECT * FROM policies WHERE canary = 1',
  'sk_live_canary',
];
const failures: Readonly<Record<string, () => unknown>> = {
  'an error': () => Object.assign(new Error(canaries.join(' ')), { stack: `Error\n    at ${canaries[2]}` }),
  'a refusal of the table': () => Object.assign(new Error(canaries.join(' ')), { name: 'ValidationException' }),
  'a throttled table': () => Object.assign(new Error(canaries.join(' ')), { name: 'ThrottlingException' }),
  'an error with a cause': () => new Error(canaries[0], { cause: new Error(canaries.join(' ')) }),
  'a text': () => canaries.join(' '),
  'an object': () => ({ message: canaries.join(' '), statusCode: 418, body: canaries[4] }),
  nothing: () => undefined,
};

type Fault = { at: string | undefined; throws: () => unknown; met: boolean };

/** Lets a method fail while its name is the fault's place; calls are made as ever otherwise. */
const failing = <T extends object>(fault: Fault, place: string, part: T): T =>
  new Proxy(part, {
    get: (target, name, receiver) => {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return (...given: readonly unknown[]) => {
        if (fault.at !== place) return Reflect.apply(value, target, given);
        fault.met = true;
        return Promise.reject(fault.throws());
      };
    },
  });

const parts = ['tokens', 'tenants', 'sealer', 'clock'] as const;
const around =
  (fault: Fault) =>
  (platform: Platform): Platform => ({
    ...platform,
    ...Object.fromEntries(parts.map((part) => [part, failing<object>(fault, part, platform[part])])),
    clock: { ...failing(fault, 'clock', platform.clock), wall: platform.clock.wall },
    audit: (meter) => failing(fault, 'audit', platform.audit(meter)),
    services: Object.fromEntries(
      Object.entries(platform.services).map(([name, service]) => [name, failing<object>(fault, 'services', service)]),
    ) as Platform['services'],
  });

const aFailingBook = async () => {
  const fault: Fault = { at: undefined, throws: () => undefined, met: false };
  const book = await aFilledBook({
    around: around(fault),
    through: (client) => failing(fault, 'table', client),
  });
  return { book, fault };
};

const shown = ({ text, headers }: Answer): string => text + JSON.stringify(headers);

/** The problem that was answered; a batch that works answers that of its item. */
const problemIn = ({ body }: Answer): unknown =>
  (body as { readonly results?: readonly { readonly body: unknown }[] }).results?.[0]?.body ?? body;

/** Asks while one part fails; the answer where the part was met. */
const askedUnder = async (book: FilledBook, fault: Fault, endpoint: Endpoint): Promise<Answer | undefined> => {
  const { at } = fault;
  fault.at = undefined;
  const asked = await askOf(book, endpoint, book.ids);
  Object.assign(fault, { at, met: false });
  const answer = await book.call(endpoint.contract.id, asked);
  return fault.met ? answer : undefined;
};

const { book, fault } = await aFailingBook();
const places = ['table', ...parts, 'audit', 'services'];

describe('what fails inside', () => {
  it.each(places.flatMap((place) => Object.keys(failures).map((failure) => [place, failure] as const)))(
    'tells the caller nothing but a request id: %s throws %s',
    async (place, failure) => {
      const met: string[] = [];
      for (const endpoint of endpoints) {
        Object.assign(fault, { at: place, throws: failures[failure] });
        const answer = await askedUnder(book, fault, endpoint);
        if (answer === undefined) continue;
        met.push(endpoint.contract.id);
        const what = `${endpoint.contract.id}: ${answer.text}`;
        const form = endpoint.contract.problemForm === undefined ? Problem : OAuthProblem;
        const { code, requestId } = form.parse(problemIn(answer));
        expect(['internal', 'temporarily-unavailable'], what).toContain(code);
        expect(codesOf(endpoint.contract.id), what).toContain(code);
        if (problemIn(answer) === answer.body) {
          expect(answer.status, what).toBe(statusOf(kitRefusals[code as 'internal']));
          expect(answer.headers['x-request-id']).toBe(requestId);
        }
        for (const canary of [...canaries, 'node_modules', 'Error:']) expect(shown(answer)).not.toContain(canary);
      }
      fault.at = undefined;
      expect(met.length).toBeGreaterThan(0);
    },
  );

  it.each(Object.keys(failures))('tells as little where the handler itself throws %s', async (failure) => {
    for (const endpoint of endpoints) {
      const broken = { ...endpoint, handle: async () => Promise.reject(failures[failure]?.()) } as Endpoint;
      const { platform } = book;
      const tokens = {
        verify: async () => ({
          tenant: 'shop-a',
          actor: {
            kind: 'person' as const,
            id: 'person-9',
            roles: [...(endpoint.contract.roles ?? [])],
            scopes: endpoint.contract.scope === undefined ? [] : [endpoint.contract.scope],
          },
        }),
      };
      const asked = await askOf(book, endpoint, book.ids);
      const answer = await held(lambda([broken], { ...platform, tokens }))({
        routeKey: routeKeyOf(endpoint.contract),
        rawPath: '/v1/any',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': '0b1f9a52-6f0e-4c52-9a57-0d3c3c2f8a11',
          authorization: 'Bearer a.b.c',
        },
        pathParameters: asked.params,
        queryStringParameters: asked.query,
        body: asked.body === undefined ? undefined : JSON.stringify(asked.body),
      });
      const what = `${endpoint.contract.id}: ${answer.body}`;
      expect([500, 503], what).toContain(answer.statusCode);
      const form = endpoint.contract.problemForm === undefined ? Problem : OAuthProblem;
      expect(form.parse(JSON.parse(answer.body)).requestId).toBe(answer.headers['x-request-id']);
      for (const canary of canaries) expect(answer.body + JSON.stringify(answer.headers)).not.toContain(canary);
    }
  });

  it('goes to the log, where it is looked for', async () => {
    book.log.length = 0;
    const endpoint = endpoints.find(({ contract }) => contract.id === 'getPolicy');
    if (endpoint === undefined) throw new Error('There is no getPolicy.');
    Object.assign(fault, { at: 'table', throws: failures['a refusal of the table'] });
    const answer = await askedUnder(book, fault, endpoint);
    fault.at = undefined;
    expect(answer?.status).toBe(500);
    expect(JSON.stringify(book.log)).toContain('bindery-table-canary');
  });
});
