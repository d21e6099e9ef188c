import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { s3Archive } from '../../../functions/_adapters/archive-s3.ts';

const errorBody = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`;

/**
 * What S3 does with conditional writes, over real HTTP: If-None-Match, 412 where a name is taken, 409 while it is
 * being written.
 */
const aBucket = () => {
  const objects = new Map<string, string>();
  const heard: { readonly method: string; readonly headers: IncomingMessage['headers'] }[] = [];
  const state = { conflicts: 0 };
  const refuse = (response: ServerResponse, status: number, code: string) =>
    response.writeHead(status, { 'content-type': 'application/xml' }).end(errorBody(code));
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '', headers } = request;
    const key = url.split('?')[0] ?? '';
    heard.push({ method, headers });
    const body = await text(request);
    if (method === 'GET') {
      const found = objects.get(key);
      return found === undefined ? refuse(response, 404, 'NoSuchKey') : response.writeHead(200).end(found);
    }
    if (state.conflicts > 0) {
      state.conflicts -= 1;
      return refuse(response, 409, 'ConditionalRequestConflict');
    }
    if (headers['if-none-match'] === '*' && objects.has(key)) return refuse(response, 412, 'PreconditionFailed');
    objects.set(key, body);
    return response.writeHead(200).end();
  };
  return { objects, heard, state, server: createServer(answer) };
};

let server: Server;
let bucket: ReturnType<typeof aBucket>;
let client: S3Client;
beforeEach(async () => {
  bucket = aBucket();
  server = bucket.server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  client = new S3Client({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'local',
    credentials,
    forcePathStyle: true,
    maxAttempts: 1,
  });
});
afterEach(async () => {
  client.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('s3Archive', () => {
  const name = 'records/shop-a/policy/pol_1/1.json';

  it('writes once, finds the same bytes harmless, and refuses others', async () => {
    const archive = s3Archive(client, 'evidence');
    expect(await archive.write(name, '{"a":1}')).toBe('written');
    expect(await archive.write(name, '{"a":1}')).toBe('same');
    expect(await archive.write(name, '{"a":2}')).toBe('different');
    expect(await archive.read(name)).toBe('{"a":1}');
  });

  it('asks S3 itself to refuse a taken name, and sends a SHA-256 of what it keeps', async () => {
    await s3Archive(client, 'evidence').write(name, '{}');
    const sent = bucket.heard[0]?.headers;
    expect(sent?.['if-none-match']).toBe('*');
    expect(sent?.['x-amz-checksum-sha256'] ?? sent?.['x-amz-trailer']).toBeDefined();
  });

  it('tries again while another write of the same name is on its way', async () => {
    bucket.state.conflicts = 2;
    expect(await s3Archive(client, 'evidence').write(name, '{}')).toBe('written');
  });

  it('gives up after five tries, so that the batch comes again', async () => {
    bucket.state.conflicts = 9;
    await expect(s3Archive(client, 'evidence').write(name, '{}')).rejects.toThrow();
    expect(bucket.heard).toHaveLength(5);
  });

  it('knows nothing of what was never written', async () => {
    expect(await s3Archive(client, 'evidence').read(name)).toBeUndefined();
  });
});
