import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { s3Inbox } from '../../../functions/_adapters/inbox-s3.ts';

const xml = (body: string): string => `<?xml version="1.0"?>${body}`;

/** What S3 does with conditional writes and lists, over real HTTP: If-Match, If-None-Match, 412, 409, StartAfter. */
const aBucket = () => {
  const objects = new Map<string, { readonly body: string; readonly etag: string }>();
  const heard: IncomingMessage['headers'][] = [];
  const state = { refusal: '' };
  const say = (response: ServerResponse, status: number, body: string) =>
    response.writeHead(status, { 'content-type': 'application/xml' }).end(xml(body));
  const refuse = (response: ServerResponse, status: number, code: string) =>
    say(response, status, `<Error><Code>${code}</Code><Message>no</Message></Error>`);
  const list = (response: ServerResponse, query: URLSearchParams) => {
    const keys = [...objects.keys()].filter(
      (key) => key.startsWith(query.get('prefix') ?? '') && key > (query.get('start-after') ?? ''),
    );
    const found = keys.toSorted().slice(0, Number(query.get('max-keys')));
    const contents = found.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('');
    say(response, 200, `<ListBucketResult>${contents}</ListBucketResult>`);
  };
  const put = (response: ServerResponse, key: string, headers: IncomingMessage['headers'], body: string) => {
    const there = objects.get(key);
    if (state.refusal !== '') return refuse(response, state.refusal === 'InternalError' ? 500 : 409, state.refusal);
    if (headers['if-none-match'] === '*' && there !== undefined) return refuse(response, 412, 'PreconditionFailed');
    if (headers['if-match'] !== undefined && there === undefined) return refuse(response, 404, 'NoSuchKey');
    if (headers['if-match'] !== undefined && headers['if-match'] !== there?.etag)
      return refuse(response, 412, 'PreconditionFailed');
    const etag = `"${Buffer.from(body).toString('hex')}"`;
    objects.set(key, { body, etag });
    return response.writeHead(200, { etag }).end();
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '', 'http://s3.test');
    const key = url.pathname.slice(1);
    const body = await text(request);
    if (request.method === 'PUT') {
      heard.push(request.headers);
      return put(response, key, request.headers, body);
    }
    if (url.searchParams.get('list-type') === '2') return list(response, url.searchParams);
    const there = objects.get(key);
    return there === undefined
      ? refuse(response, 404, 'NoSuchKey')
      : response.writeHead(200, { etag: there.etag }).end(there.body);
  };
  return { objects, heard, state, server: createServer(answer) };
};

let server: Server;
let bucket: ReturnType<typeof aBucket>;
let inbox: ReturnType<typeof s3Inbox>;
beforeEach(async () => {
  bucket = aBucket();
  server = bucket.server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  inbox = s3Inbox({ bucket: 'inbox', region: 'eu-central-1', credentials, endpoint });
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const name = 'entries/shop-a/inb_1.json';

describe('s3Inbox', () => {
  it('writes a free name, and over the version that was read', async () => {
    expect(await inbox.read(name)).toBeUndefined();
    const first = await inbox.write(name, '{"a":1}');
    expect(await inbox.read(name)).toEqual({ text: '{"a":1}', version: first });
    const second = await inbox.write(name, '{"a":2}', first);
    expect(await inbox.read(name)).toEqual({ text: '{"a":2}', version: second });
    expect(bucket.heard.map((headers) => [headers['if-none-match'], headers['if-match']])).toEqual([
      ['*', undefined],
      [undefined, first],
    ]);
  });

  it('writes over nothing that was not read, and over nothing that is gone', async () => {
    const first = await inbox.write(name, '{"a":1}');
    await inbox.write(name, '{"a":2}', first);
    expect(await inbox.write(name, '{"a":3}')).toBeUndefined();
    expect(await inbox.write(name, '{"a":3}', first)).toBeUndefined();
    bucket.objects.clear();
    expect(await inbox.write(name, '{"a":3}', first)).toBeUndefined();
  });

  it('signs what it asks, and what it writes with a hash of its bytes', async () => {
    await inbox.write(name, '{"a":1}');
    const [sent] = bucket.heard;
    expect(sent?.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=test\/\d{8}\/eu-central-1\/s3\/aws4_request, SignedHeaders=[^,]*if-none-match/,
    );
    expect(sent?.['x-amz-content-sha256']).toBe(createHash('sha256').update('{"a":1}').digest('hex'));
  });

  it('leaves the name to another write that is on its way', async () => {
    bucket.state.refusal = 'ConditionalRequestConflict';
    expect(await inbox.write(name, '{}')).toBeUndefined();
  });

  it('does not say that something is kept when S3 fails', async () => {
    bucket.state.refusal = 'InternalError';
    await expect(inbox.write(name, '{}')).rejects.toThrow();
  });

  it('names what is in a folder, in order, behind a name', async () => {
    const names = [1, 2, 3].map((n) => `arrivals/shop-a/${n}-inb.json`);
    for (const one of names) await inbox.write(one, '{}');
    await inbox.write('arrivals/shop-b/0-inb.json', '{}');
    expect(await inbox.names('arrivals/shop-a/', '', 2)).toEqual(names.slice(0, 2));
    expect(await inbox.names('arrivals/shop-a/', names[1] ?? '', 2)).toEqual(names.slice(2));
    expect(await inbox.names('arrivals/shop-c/', '', 2)).toEqual([]);
  });
});
