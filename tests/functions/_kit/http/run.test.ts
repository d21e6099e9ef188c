import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { run } from '../../../../functions/_kit/http/run.ts';
import type { CallState, HttpRequest } from '../../../../functions/_kit/http/state.ts';
import type { Endpoint } from '../../../../functions/_kit/implement.ts';
import type { PortsContext } from '../../../../functions/_kit/make-ports.ts';
import { raise } from '../../../../functions/_kit/signals.ts';
import { aWorld } from '../../../support/world.ts';

const refusal = { title: 'No', titleZh: '否', happened: 'It happened.', remedy: 'Do this.', example: {} };
const contract = {
  id: 'doThings',
  method: 'POST',
  path: '/things',
  reads: ['policy'],
  writes: ['policy'],
  emits: [],
  uses: [],
  success: 201,
  response: z.strictObject({ done: z.boolean() }),
  refusals: { 'not-now': { ...refusal, kind: 'invalid-state' }, 'not-there': { ...refusal, kind: 'not-found' } },
};
const stored = { status: 201, body: '{}', contentType: 'application/json', fingerprint: '', callId: 'call-0' };

type Asked = {
  readonly contract?: object;
  readonly actor?: undefined;
  readonly tenant?: string;
  readonly key?: string;
  readonly parsed?: unknown;
};
/** Runs a handler once on a platform whose every wait is the longest, and says what was remembered under the key. */
const running = async (handle: (call: Record<string, unknown>) => Promise<unknown>, asked: Asked = {}) => {
  const { platform } = await aWorld([]);
  const waits: number[] = [];
  const remembered: { readonly status: number; readonly body: string; readonly contentType: string }[] = [];
  const call = {
    platform: {
      ...platform,
      random: (bytes: number) => new Uint8Array(bytes).fill(255),
      wait: async (ms: number) => void waits.push(ms),
      ports: (context: PortsContext) => ({
        context,
        rememberRefusal: async (answer: (typeof remembered)[number]) => void remembered.push(answer),
        etag: () => undefined,
      }),
    },
    requestId: 'req_1',
    callId: 'call-1',
    wall: '2026-11-23T08:00:00.000Z',
    meter: { read: 0, write: 0 },
    language: 'en',
    tenant: 'shop-a',
    actor: { kind: 'partner', id: 'client-1', roles: [], scopes: [] },
    input: { body: { a: 1 } },
    parsed: asked.parsed,
    ...('actor' in asked && { actor: asked.actor }),
    ...(asked.tenant !== undefined && { tenant: asked.tenant }),
  } as unknown as CallState;
  const endpoint = { contract: { ...contract, ...asked.contract }, handle } as unknown as Endpoint;
  const headers = { 'idempotency-key': 'key' in asked ? asked.key : 'key-1' };
  const event: HttpRequest = { routeKey: '', rawPath: '/v1/things', headers, body: 'raw' };
  const answer = await run({ call, endpoint, event }).catch((thrown: unknown) => thrown);
  return { answer, call, waits, remembered };
};
const done = async (): Promise<unknown> => ({ ok: true, value: { done: true } });
const refusing = (code: string) => async (): Promise<unknown> => ({ ok: false, code, facts: { why: 'so' } });

describe('run', () => {
  it('answers with what the handler decided, in the form of the contract', async () => {
    const { answer } = await running(done);
    expect(answer).toEqual({ statusCode: 201, headers: { 'content-type': 'application/json' }, body: '{"done":true}' });
    const { answer: wrong } = await running(async () => ({ ok: true, value: { done: true, secret: 1 } }));
    expect(wrong).toBeInstanceOf(z.ZodError);
  });

  it('tells the handler who, what and when, and shows the raw body only where the contract asks for it', async () => {
    const seen: Record<string, unknown>[] = [];
    const handle = async (given: Record<string, unknown>) => {
      seen.push(given);
      return done();
    };
    await running(handle);
    await running(handle, { contract: { rawBody: true } });
    const who = { tenant: 'shop-a', actor: { id: 'client-1' }, body: { a: 1 }, requestId: 'req_1' };
    expect(seen[0]).toMatchObject({ ...who, now: '2026-11-23T08:00:00.000Z', raw: { body: '' } });
    expect(seen[1]).toMatchObject({ raw: { body: 'raw', headers: { 'idempotency-key': 'key-1' } } });
  });

  it('asks under a key for this path with this body: either of them other is another request', async () => {
    const contexts: PortsContext[] = [];
    const handle = async ({ ports }: Record<string, unknown>) => {
      contexts.push(Object(ports).context);
      return done();
    };
    await running(handle, { parsed: { a: 1 } });
    await running(handle);
    expect(contexts.map(({ key }) => key)).toEqual([
      { text: 'key-1', asked: { path: '/v1/things', body: { a: 1 } } },
      { text: 'key-1', asked: { path: '/v1/things', body: null } },
    ]);
    expect(contexts[0]?.replyOf({ done: true })).toEqual({
      status: 201,
      body: '{"done":true}',
      contentType: 'application/json',
    });
  });

  it('lists at most fifty faults of a form that the domain checked', async () => {
    const fault = { pointer: '/body/a', code: 'invalid', detail: 'No.' };
    const problems = Array.from({ length: 51 }, () => fault);
    const { answer } = await running(async () => ({ ok: false, code: 'not-now', facts: {}, problems }));
    expect(Object(answer).refused.errors).toHaveLength(50);
    const { answer: plain } = await running(refusing('not-now'));
    expect(Object(plain).refused).not.toHaveProperty('errors');
  });

  it('tries a lost race again up to five times, each time after up to twice the wait', async () => {
    let left = 4;
    const { answer, waits } = await running(async () => {
      left -= 1;
      return left >= 0 ? raise({ signal: 'raced' }) : done();
    });
    expect([answer, waits]).toMatchObject([{ statusCode: 201 }, [40, 80, 160, 320]]);
  });

  it('says after five what stood in the way at last: another command, or the table', async () => {
    let tried = 0;
    const alternating = (first: 'raced' | 'unavailable', second: 'raced' | 'unavailable') => async () => {
      tried += 1;
      return raise({ signal: tried % 2 === 1 ? first : second });
    };
    expect((await running(alternating('raced', 'unavailable'))).answer).toMatchObject({
      refused: { code: 'changed-meanwhile' },
    });
    expect(tried).toBe(5);
    tried = 0;
    expect((await running(alternating('unavailable', 'raced'))).answer).toMatchObject({
      refused: { code: 'temporarily-unavailable' },
    });
  });

  it('gives the answer that stands, and says whether another call made it', async () => {
    const answered = (callId: string) => async () => raise({ signal: 'answered', answer: { ...stored, callId } });
    const replayed = await running(answered('call-0'));
    expect([replayed.answer, replayed.call.replayed]).toMatchObject([{ statusCode: 201, body: '{}' }, true]);
    expect((await running(answered('call-1'))).call.replayed).toBe(false);
  });

  it('refuses a key that stands for another request', async () => {
    const { answer } = await running(async () => raise({ signal: 'key-reused' }));
    expect(answer).toMatchObject({ refused: { code: 'idempotency-key-reused' } });
  });

  it('keeps a business refusal under its key, and burns no key for what was not found', async () => {
    const { answer, remembered } = await running(refusing('not-now'));
    expect(answer).toMatchObject({ refused: { code: 'not-now', facts: { why: 'so' } } });
    expect(remembered).toMatchObject([{ status: 409, contentType: 'application/problem+json' }]);
    expect(JSON.parse(remembered[0]?.body ?? '')).toMatchObject({ code: 'not-now', instance: 'urn:request:req_1' });
    expect((await running(refusing('not-there'))).remembered).toEqual([]);
  });

  it.each(['conflict', 'invalid-state', 'not-eligible', 'gone', 'limit-exceeded'])(
    'keeps a refusal of the kind %s',
    async (kind) => {
      const refusals = { 'not-now': { ...refusal, kind } };
      expect((await running(refusing('not-now'), { contract: { refusals } })).remembered).toHaveLength(1);
    },
  );

  it('keeps nothing where no key was given, or where the entry only reads', async () => {
    expect((await running(refusing('not-now'), { key: undefined as never })).remembered).toEqual([]);
    const reading = { method: 'GET', writes: [] };
    expect((await running(refusing('not-now'), { contract: reading })).remembered).toEqual([]);
  });

  it('takes a refusal that the contract does not declare for a bug', async () => {
    const { answer } = await running(refusing('never-said'));
    expect(answer).toMatchObject({
      message: 'doThings refuses with never-said, which its contract does not declare.',
    });
  });

  it('runs only after authentication, and for a tenant that exists where it touches one', async () => {
    const { answer } = await running(done, { actor: undefined });
    expect(answer).toMatchObject({ message: 'A request runs after it is authenticated.' });
    expect((await running(done, { tenant: 'nobody' })).answer).toMatchObject({ refused: { code: 'unauthenticated' } });
    const free = { reads: [], writes: [] };
    expect((await running(done, { tenant: 'nobody', contract: free })).answer).toMatchObject({ statusCode: 201 });
    const listing = { ...free, lists: ['byKind'] };
    expect((await running(done, { tenant: 'nobody', contract: listing })).answer).toMatchObject({
      refused: { code: 'unauthenticated' },
    });
  });
});
