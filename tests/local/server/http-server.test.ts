import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowedHeaders, exposedHeaders } from '../../../functions/_kit/http/cors.ts';
import { createClient } from '../../../local/demo/client.ts';
import { type Bindery, startBindery } from '../../support/bindery.ts';
import { rawBytes } from '../../support/raw-bytes.ts';

let folder = '';
let bindery: Bindery;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-server-'));
  const say = () => undefined;
  bindery = await startBindery({ port: 0, providerPort: 0, dataFolder: folder, say, programs: [] });
});
afterAll(async () => {
  await bindery.stop();
  await rm(folder, { recursive: true });
});

const ask = (path: string, init: RequestInit = {}) => fetch(`${bindery.url}${path}`, init);

const raw = (text: string): Promise<string> => rawBytes(bindery.url, text);

describe('the local server', () => {
  it.each([
    ['/healthz', 'application/json'],
    ['/readyz', 'application/json'],
    ['/.well-known/jwks.json', 'application/json'],
    ['/openapi.json', 'application/json'],
    ['/docs', 'text/html'],
    ['/docs/', 'text/html'],
    ['/docs/zh', 'text/html'],
    ['/docs/assets/page.js', 'text/javascript'],
    ['/docs/assets/site.css', 'text/css'],
    ['/docs/reference/drawings/policy.svg', 'image/svg+xml'],
    ['/docs/problems/quote-expired', 'text/html'],
    ['/docs/problems/quote-expired.md', 'text/markdown'],
    ['/docs/reference/operations/bindPolicy', 'text/html'],
    ['/docs/search.json', 'application/json'],
    ['/docs.md', 'text/markdown'],
    ['/llms.txt', 'text/plain'],
    ['/llms-full.txt', 'text/plain'],
    ['/schemas/events/policy.bound.json', 'application/schema+json'],
    ['/sandbox', 'application/json'],
    ['/ops/operations', 'application/json'],
    ['/ops/dead-letters', 'application/json'],
  ])('serves %s', async (path, type) => {
    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    await response.arrayBuffer();
  });
  it('loads its reference from nowhere else', async () => {
    const html = await (await ask('/docs')).text();
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
    const policy = (await ask('/docs')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(html).not.toMatch(/ on\w+="|<style|<script(?![^>]* src=)| style="/);
  });
  it('leads whoever types its address to the docs, and a reader with a wrong one to a page with a search', async () => {
    const home = await ask('/', { redirect: 'manual' });
    expect([home.status, home.headers.get('location')]).toEqual([302, '/docs']);
    const wrong = await ask('/docs/nothing', { headers: { accept: 'text/html', 'if-none-match': '*' } });
    expect([wrong.status, wrong.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(await wrong.text()).toContain('type="search"');
  });
  it('sends a page of its docs again only when it is another one', async () => {
    const etag = (await ask('/docs/glossary')).headers.get('etag') ?? '';
    const again = await ask('/docs/glossary', { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const other = await ask('/docs/glossary', { headers: { 'if-none-match': '"another"' } });
    expect([other.status, other.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  });
  it('lets a browser keep for ever what has its own hash in its address, and nothing else', async () => {
    const html = await (await ask('/docs')).text();
    const [, script = ''] = /src="(\/docs\/assets\/page\.js\?v=[\w-]+)"/.exec(html) ?? [];
    const kept = async (path: string) => (await ask(path)).headers.get('cache-control');
    expect(await kept(script)).toContain('immutable');
    expect(await kept('/docs/assets/tokens.js')).toBe('no-cache');
  });
  it.each([
    ['GET', '/v1/nothing', 404, 'not-found'],
    ['GET', '/nothing', 404, 'not-found'],
    ['GET', '/v1/policies/', 404, 'not-found'],
    ['DELETE', '/v1/quotes', 405, 'method-not-allowed'],
    ['GET', '/v1/quotes', 405, 'method-not-allowed'],
    ['GET', '/v1/policies/%E0%A4%A', 400, 'malformed-url'],
    ['GET', '/v1/policies?cursor=%ff', 400, 'malformed-url'],
    ['GET', '/v1/policies', 401, 'unauthenticated'],
    ['GET', '/docs/nothing', 404, 'not-found'],
    ['GET', '/docs/assets/..%2fsite.ts', 404, 'not-found'],
    ['GET', '/docs/files/examples/..%2f..%2fpackage.json', 404, 'not-found'],
    ['GET', '/docs/files/tools/generate.ts', 404, 'not-found'],
    ['GET', '/docs/%2e%2e/package.json', 404, 'not-found'],
  ])('answers %s %s with a problem', async (method, path, status, code) => {
    const response = await ask(path, { method });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ code, status, requestId: response.headers.get('x-request-id') });
  });
  it('names the methods that a path has', async () => {
    const response = await ask('/v1/policies', { method: 'PUT' });
    expect(response.headers.get('allow')).toBe('GET, POST');
    expect(response.headers.get('access-control-expose-headers')).toBe(exposedHeaders.join(', '));
  });
  it('lets browsers ask first', async () => {
    const response = await ask('/v1/quotes', { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toBe(allowedHeaders.join(', '));
  });
  it('answers HEAD like GET, without a body', async () => {
    const response = await ask('/healthz', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });
  it('takes a body of exactly the limit and refuses one byte more, declared or not', async () => {
    const form = (bytes: number) => `grant_type=client_credentials&x=${'a'.repeat(bytes - 32)}`;
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const post = (bytes: number) => ask('/oauth/token', { method: 'POST', body: form(bytes), headers: type });
    expect(form(65_536)).toHaveLength(65_536);
    expect((await post(65_536)).status).toBe(401);
    expect((await post(65_537)).status).toBe(413);
    const chunk = 'a'.repeat(0x8000);
    const chunked = `8000\r\n${chunk}\r\n`.repeat(3);
    const head = 'POST /v1/quotes HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect(await raw(`${head}${chunked}0\r\n\r\n`)).toContain('body-too-large');
  });
  it('does not look at a body where none belongs, however large it is', async () => {
    const head = 'GET /v1/policies HTTP/1.1\r\nHost: a\r\nContent-Length: 90000\r\n\r\n';
    const answer = await raw(`${head}${'a'.repeat(90_000)}`);
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
    expect(answer).toContain('connection: close');
  });
  it.each([
    'not http at all\r\n\r\n',
    'GET / HTTP/1.1\r\nBad Header\r\n\r\n',
    'POST /v1/quotes HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n',
    'POST /v1/quotes HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n',
  ])('refuses bytes that are no request: %j', async (text) => {
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 400 /);
    expect((await ask('/healthz')).status).toBe(200);
  });
  it('survives a sender that breaks off', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(bindery.url).port), '127.0.0.1', () => {
        socket.write('POST /v1/quotes HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{"items"');
        setTimeout(() => socket.destroy(), 30);
      });
      socket.on('close', () => resolve());
    });
    expect((await ask('/healthz')).status).toBe(200);
  });
  it('takes levers of the sandbox only as JSON, and says what is wrong with them', async () => {
    const tell = (body: string, type = 'application/json') =>
      ask('/sandbox/parcels', { method: 'POST', body, headers: { 'content-type': type } });
    expect((await tell('{}', 'text/plain')).status).toBe(415);
    expect((await tell('{')).status).toBe(400);
    expect((await tell('{"waybill":"x"}')).status).toBe(422);
    expect((await tell('{"waybill":"SF1380000000000","status":"in_transit"}')).status).toBe(200);
  });
  it('gives tokens that carry the tenant, and counts what it was asked for', async () => {
    const client = createClient(bindery.url, bindery.credentials);
    const answer = await client.get('partner', '/products');
    expect(answer.status).toBe(200);
    const report = (await (await ask('/ops/operations')).json()) as { operation: string; calls: number }[];
    expect(report.find(({ operation }) => operation === 'listProducts')).toMatchObject({ calls: 1, failures: 0 });
  });
});
