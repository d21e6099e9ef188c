import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { getJson } from '../../../functions/_adapters/get-json.ts';

const closing: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const serving = async (listener: RequestListener) => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(
    () => server.close(),
    () => server.closeAllConnections(),
  );
  return { server, url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/a?b=c`) };
};

describe('getJson', () => {
  it('answers the status and the document, whatever the status is', async () => {
    const { url } = await serving(({ url, headers }, response) => {
      response.writeHead(503).end(JSON.stringify({ url, accept: headers.accept, token: headers['x-token'], 价: '元' }));
    });
    const body = { url: '/a?b=c', accept: 'application/json', token: 't', 价: '元' };
    expect(await getJson(url, { headers: { 'x-token': 't' }, patienceMs: 1_000 })).toEqual({ status: 503, body });
  });

  it('gives up an answer that does not come, and one that does not end', async () => {
    const silent = await serving(() => undefined);
    await expect(getJson(silent.url, { patienceMs: 50 })).rejects.toThrow(/abort/i);
    const endless = await serving((_request, response) => void response.writeHead(200).write('{"a":'));
    await expect(getJson(endless.url, { patienceMs: 50 })).rejects.toThrow(/abort/i);
  });

  it('takes what is no JSON for no answer', async () => {
    const { url } = await serving((_request, response) => void response.end('<html>'));
    await expect(getJson(url, { patienceMs: 1_000 })).rejects.toThrow('JSON');
  });

  it('says it where nobody listens', async () => {
    const { server, url } = await serving(() => undefined);
    server.close();
    await expect(getJson(url, { patienceMs: 1_000 })).rejects.toThrow('ECONNREFUSED');
  });

  it('asks once more where a kept connection was closed at the other end, which only its use tells', async () => {
    const connections = new Set<object>();
    let asked = 0;
    const { url } = await serving(({ socket }, response) => {
      asked += 1;
      const isKept = connections.has(socket);
      connections.add(socket);
      if (isKept) socket.destroy();
      else response.end('{"ok":true}');
    });
    const answer = { status: 200, body: { ok: true } };
    expect(await getJson(url, { patienceMs: 1_000 })).toEqual(answer);
    // The first answer's connection goes back to those that are kept once this turn is over.
    await new Promise((resolve) => setImmediate(resolve));
    expect(await getJson(url, { patienceMs: 1_000 })).toEqual(answer);
    expect([asked, connections.size]).toEqual([3, 2]);
  });
});
