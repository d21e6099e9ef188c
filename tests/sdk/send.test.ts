import { BinderyProblem, BinderyUnreachable, createBindery } from '@bindery/sdk';
import { describe, expect, it } from 'vitest';
import { answer, hangUp, type Play, problem, scripted, silence } from './scripted.ts';

const clientOf = (baseUrl: string, more = {}) =>
  createBindery({ baseUrl, token: () => 'opaque', backoffMs: 5, ...more });
const customer = { name: '王小明', phone: '+8613800138000', locale: 'zh-CN' } as const;
const registered = answer({ customerId: 'cus_1' }, 201, { 'x-request-id': 'req_9', etag: '"1"' });
const keysOf = (heard: readonly { headers: Record<string, unknown> }[]) =>
  heard.map(({ headers }) => headers['idempotency-key']);

describe('a command', () => {
  it.each<[string, Play]>([
    ['the connection breaks', hangUp],
    ['a gateway says 502', (response) => void response.writeHead(502).end('<html>Bad gateway</html>')],
    ['the platform is out of reach', problem('temporarily-unavailable', 503)],
    ['another command keeps winning', problem('changed-meanwhile', 409, { retryable: true })],
    ['the answer is cut off', (response) => void response.writeHead(201).end('{"customerId":')],
  ])('is sent again with the same key and body when %s', async (_why, trouble) => {
    await using server = await scripted(trouble, trouble, registered);
    const call = clientOf(server.url).registerCustomer(customer);
    expect(await call).toEqual({ customerId: 'cus_1' });
    expect(server.heard).toHaveLength(3);
    expect(new Set(keysOf(server.heard)).size).toBe(1);
    expect(keysOf(server.heard)[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(server.heard.map(({ body }) => body)).size).toBe(1);
  });
  it('has a key of its own for each call, or the one that it is given', async () => {
    await using server = await scripted(registered);
    const bindery = clientOf(server.url);
    await bindery.registerCustomer(customer);
    await bindery.registerCustomer(customer);
    await bindery.registerCustomer(customer, { idempotencyKey: 'order-0042-buyer' });
    const [one, two, three] = keysOf(server.heard);
    expect(one).not.toBe(two);
    expect(three).toBe('order-0042-buyer');
  });
  it('is not sent again when the business refuses, and the refusal is thrown', async () => {
    await using server = await scripted(
      problem('customer-already-registered', 409, { facts: { customerId: 'cus_7' } }),
    );
    const thrown = await clientOf(server.url)
      .registerCustomer(customer)
      .catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(BinderyProblem);
    expect(thrown).toMatchObject({
      ...{ operation: 'registerCustomer', requestId: 'req_1', attempts: 1 },
      problem: { code: 'customer-already-registered', facts: { customerId: 'cus_7' } },
    });
    expect(server.heard).toHaveLength(1);
  });
  it('gives up after four attempts, and says what was tried and with which key to go on', async () => {
    await using server = await scripted(hangUp);
    const asked = clientOf(server.url).registerCustomer(customer, { idempotencyKey: 'order-0042-buyer' });
    const thrown = (await asked.catch((error: unknown) => error)) as BinderyUnreachable;
    expect(thrown).toBeInstanceOf(BinderyUnreachable);
    expect(thrown.idempotencyKey).toBe('order-0042-buyer');
    expect(thrown.attempts).toHaveLength(4);
    expect(thrown.attempts[0]?.reason).not.toBe('');
    expect(server.heard).toHaveLength(4);
  });
  it('throws the last refusal when patience ends with one', async () => {
    await using server = await scripted(problem('temporarily-unavailable', 503));
    const asked = clientOf(server.url, { maxAttempts: 2 }).registerCustomer(customer);
    expect(await asked.catch((error: unknown) => error)).toMatchObject({
      problem: { code: 'temporarily-unavailable', facts: {} },
      attempts: 2,
    });
  });
  it('does not ask again where something else than Bindery says no', async () => {
    await using server = await scripted((response) => void response.writeHead(403).end('Blocked'));
    const thrown = await clientOf(server.url)
      .registerCustomer(customer)
      .catch((error: unknown) => error);
    expect(thrown).toMatchObject({
      name: 'BinderyUnreachable',
      attempts: [{ reason: expect.stringContaining('403') }],
    });
    expect(server.heard).toHaveLength(1);
  });
});

describe('waiting', () => {
  it('takes as long as Retry-After asks for', async () => {
    await using server = await scripted(problem('rate-limited', 429, {}, { 'retry-after': '1' }), answer({ now: 'n' }));
    await clientOf(server.url).getClock();
    const [first, second] = server.heard;
    // A second, and up to the 5 ms of the first back-off, and what sending takes.
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(1_000);
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeLessThan(1_800);
  });
  it('is not begun where it would end after the deadline', async () => {
    await using server = await scripted(problem('rate-limited', 429, {}, { 'retry-after': '30' }));
    const began = performance.now();
    const asked = clientOf(server.url, { deadlineMs: 2_000 }).getClock();
    expect(await asked.catch((error: unknown) => error)).toMatchObject({ problem: { code: 'rate-limited' } });
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(server.heard).toHaveLength(1);
  });
  it('ends when an attempt takes too long, and the next is begun', async () => {
    await using server = await scripted(silence, answer({ now: 'n' }));
    expect(await clientOf(server.url, { timeoutMs: 150 }).getClock()).toEqual({ now: 'n' });
    expect(server.heard).toHaveLength(2);
  });
  it('ends when the answer begins and never ends', async () => {
    const half: Play = (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{');
    await using server = await scripted(half);
    const asked = clientOf(server.url, { timeoutMs: 100, maxAttempts: 2 }).getClock();
    expect(await asked.catch((error: unknown) => error)).toMatchObject({
      attempts: [
        { reason: expect.stringContaining('nothing within 100 ms from ') },
        { reason: expect.stringContaining('100 ms') },
      ],
    });
  });
  it.each([
    ['while it is sent', silence, 60_000],
    ['while it waits', problem('rate-limited', 429, {}, { 'retry-after': '20' }), 60_000],
  ])('ends at once when the caller has enough: %s', async (_where, play) => {
    await using server = await scripted(play);
    const enough = new AbortController();
    setTimeout(() => enough.abort(new Error('enough')), 100);
    const asked = clientOf(server.url).getClock({}, { signal: enough.signal });
    await expect(asked).rejects.toThrow('enough');
    expect(server.heard).toHaveLength(1);
  });
  it('is not even begun by a caller who had enough before', async () => {
    await using server = await scripted(answer({}));
    await expect(clientOf(server.url).getClock({}, { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(server.heard).toEqual([]);
  });
});

describe('an answer', () => {
  it('is the body alone, or with what HTTP says beside it', async () => {
    await using server = await scripted(registered);
    const { value, etag, requestId, status, replayed } = await clientOf(server.url)
      .registerCustomer(customer)
      .withResponse();
    expect({ value, etag, requestId, status, replayed }).toEqual({
      ...{ value: { customerId: 'cus_1' }, etag: '"1"', requestId: 'req_9', status: 201, replayed: false },
    });
  });
  it('is sent for once, however often it is looked at', async () => {
    await using server = await scripted(registered);
    const call = clientOf(server.url).registerCustomer(customer);
    await Promise.all([call, call.withResponse(), call.result(), call.finally()]);
    expect(server.heard).toHaveLength(1);
  });
  it('or a refusal is a value for who asks for the result', async () => {
    await using server = await scripted(registered, problem('customer-already-registered', 409));
    const bindery = clientOf(server.url);
    expect(await bindery.registerCustomer(customer).result()).toEqual({ ok: true, value: { customerId: 'cus_1' } });
    expect(await bindery.registerCustomer(customer).result()).toMatchObject({
      ok: false,
      problem: { code: 'customer-already-registered', facts: {} },
    });
  });
});

describe('what is asked', () => {
  it('goes into the path, the query and the body, each field where it belongs', async () => {
    await using server = await scripted(answer({ items: [] }));
    const bindery = clientOf(server.url);
    await bindery.reportClaim({ policyId: 'pol_1', coverage: 'screen', lossAt: 'now', payee: 'ba_1', form: { a: 1 } });
    await bindery.listPolicies({ status: 'on-risk', reference: 'a b&c' });
    await bindery.cancelPolicy({ policyId: 'pol/1', reason: 'withdrawal', preview: 'p' }, { ifMatch: '"3"' });
    const [claim, list, cancel] = server.heard;
    expect(claim?.path).toBe('/v1/policies/pol_1/claims');
    expect(JSON.parse(claim?.body ?? '')).toEqual({ coverage: 'screen', lossAt: 'now', payee: 'ba_1', form: { a: 1 } });
    expect([list?.path, list?.body]).toEqual(['/v1/policies?status=on-risk&reference=a+b%26c', '']);
    expect(cancel?.path).toBe('/v1/policies/pol%2F1/cancellations');
    expect(cancel?.headers['if-match']).toBe('"3"');
  });
  it.each(['', '.', '..'])('is no id that would lead elsewhere: "%s"', async (policyId) => {
    await using server = await scripted(answer({}));
    await expect(clientOf(server.url).getPolicy({ policyId })).rejects.toThrow('policyId is not an id');
    expect(server.heard).toEqual([]);
  });
  it('needs a login, unless it is open to everybody', async () => {
    await using server = await scripted(answer({ status: 'ok' }));
    const nobody = createBindery({ baseUrl: `${server.url}/` });
    expect(await nobody.getHealth()).toEqual({ status: 'ok' });
    expect(server.heard[0]?.path).toBe('/v1/health');
    expect(server.heard[0]?.headers.authorization).toBeUndefined();
    await expect(nobody.getClock()).rejects.toThrow('needs a login');
  });
});

it('holds a version and is told whether there is another', async () => {
  const unchanged: Play = (response) => void response.writeHead(304).end();
  await using server = await scripted(unchanged, answer({ policyId: 'pol_1' }, 200, { etag: '"8"' }));
  const bindery = clientOf(server.url);
  expect(await bindery.getPolicy.ifChanged({ policyId: 'pol_1' }, '"7"')).toBeUndefined();
  expect(await bindery.getPolicy.ifChanged({ policyId: 'pol_1' }, '"7"')).toMatchObject({
    ...{ value: { policyId: 'pol_1' }, etag: '"8"' },
  });
  expect(server.heard[0]?.headers['if-none-match']).toBe('"7"');
});
