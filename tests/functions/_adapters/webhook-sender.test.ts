import { createServer as tlsServer } from 'node:https';
import { type AddressInfo, createServer as rawServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { webhookSender } from '../../../functions/_adapters/webhook-sender.ts';
import { certificate } from './webhooks/certificate.ts';
import { aReceiver, type Receiver } from './webhooks/receiver.ts';

const open: { close: () => Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ close }) => close()));
});
const opened = async (answer: Parameters<typeof aReceiver>[0]): Promise<Receiver> => {
  const receiver = await aReceiver(answer);
  open.push(receiver);
  return receiver;
};

const here = webhookSender({ loopback: true });
const letter = (url: string, patienceMs = 2_000) => ({
  url,
  headers: { 'webhook-id': 'e.1.1' },
  body: '{"a":1}',
  patienceMs,
});

describe('a receiver that behaves', () => {
  it('gets the bytes and the headers, on a connection of its own', async () => {
    const receiver = await opened((response) => response.writeHead(202).end('thanks'));
    for (const _ of ['one', 'two']) expect(await here.send(letter(receiver.url))).toMatchObject({ status: 202 });
    expect(receiver.got.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}']);
    expect(receiver.got[0]?.headers).toMatchObject({
      'webhook-id': 'e.1.1',
      connection: 'close',
      'content-length': '7',
    });
    expect(receiver.connections()).toBe(2);
  });
});

describe('a receiver that misbehaves', () => {
  it('hangs: it has the patience and not a moment more', async () => {
    const receiver = await opened(() => undefined);
    const heard = await here.send(letter(receiver.url, 300));
    expect(heard.error).toBe('timeout');
    expect(heard.ms).toBeGreaterThanOrEqual(295);
    expect(heard.ms).toBeLessThan(1_500);
  });
  it('drips: bytes that keep coming buy no time', async () => {
    let drip: NodeJS.Timeout | undefined;
    const receiver = await opened((response) => {
      response.writeHead(200);
      drip = setInterval(() => response.write('.'), 20);
    });
    const heard = await here.send(letter(receiver.url, 300));
    clearInterval(drip);
    expect(heard.error).toBe('timeout');
    expect(heard.ms).toBeLessThan(1_500);
  });
  it.each([301, 302, 303, 307, 308])('redirects by %i: nobody follows', async (status) => {
    const inside = await opened((response) => response.end());
    const receiver = await opened((response) => response.writeHead(status, { location: inside.url }).end());
    expect(await here.send(letter(receiver.url))).toMatchObject({ status, error: 'redirect' });
    expect(inside.connections()).toBe(0);
  });
  it('has gone: 410 is told', async () => {
    const receiver = await opened((response) => response.writeHead(410).end());
    expect(await here.send(letter(receiver.url))).toMatchObject({ status: 410 });
  });
  it('is busy: 429 with Retry-After in seconds, 503 with a date', async () => {
    const busy = await opened((response) => response.writeHead(429, { 'retry-after': '120' }).end());
    expect(await here.send(letter(busy.url))).toMatchObject({ status: 429, retryAfterSeconds: 120 });
    const at = new Date(Date.now() + 60_000).toUTCString();
    const down = await opened((response) => response.writeHead(503, { 'retry-after': at }).end());
    const { retryAfterSeconds = 0 } = await here.send(letter(down.url));
    expect(retryAfterSeconds).toBeGreaterThanOrEqual(58);
    expect(retryAfterSeconds).toBeLessThanOrEqual(60);
  });
  it('hangs up before it answers', async () => {
    const receiver = await opened((response) => response.destroy());
    expect(await here.send(letter(receiver.url))).toMatchObject({ error: 'closed-early' });
  });
  it('answers ten gigabytes: less than a megabyte of it is sent, and the status counts', async () => {
    const chunk = Buffer.alloc(64 * 1_024, 'x');
    const receiver = await opened((response) => {
      response.writeHead(200, { 'content-length': String(10 * 2 ** 30) });
      const more = (): void => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
    });
    const heard = await here.send(letter(receiver.url));
    expect(heard).toMatchObject({ status: 200 });
    expect(heard.error).toBeUndefined();
    // What the kernel had buffered on its way is all that was ever sent.
    expect(receiver.written()).toBeLessThan(16 * 2 ** 20);
  });
  it('sends headers without an end', async () => {
    const server = rawServer((socket) => {
      socket.on('error', () => undefined);
      socket.write(`HTTP/1.1 200 OK\r\nx-long: ${'x'.repeat(64 * 1_024)}`);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    open.push({ close: () => new Promise((done) => server.close(done)) });
    const { port } = server.address() as AddressInfo;
    expect(await here.send(letter(`http://localhost:${port}/`))).toMatchObject({ error: 'too-large' });
  });
  it('speaks no HTTP', async () => {
    const server = rawServer((socket) => {
      socket.on('error', () => undefined);
      socket.resume();
      socket.end('220 smtp.example ESMTP\r\n');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    open.push({ close: () => new Promise((done) => server.close(done)) });
    const { port } = server.address() as AddressInfo;
    expect(await here.send(letter(`http://localhost:${port}/`))).toMatchObject({ error: 'closed-early' });
  });
  it('is not there', async () => {
    const receiver = await aReceiver(() => undefined);
    await receiver.close();
    expect(await here.send(letter(receiver.url))).toMatchObject({ error: 'unreachable' });
  });
});

describe('a receiver with a certificate', () => {
  const secured = async () => {
    const server = tlsServer(certificate, (_request, response) => response.end('ok'));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    open.push({ close: () => new Promise((done) => server.close(done)) });
    return (server.address() as AddressInfo).port;
  };
  const leading = {
    lookup: async () => [{ address: '127.0.0.1', family: 4 }],
    mayReach: () => true,
  };

  it('is believed for its own name', async () => {
    const sender = webhookSender({ ...leading, ca: certificate.cert });
    const port = await secured();
    expect(await sender.send(letter(`https://shop.example:${port}/`))).toMatchObject({ status: 200 });
    expect(await sender.send(letter(`https://other.example:${port}/`))).toMatchObject({ error: 'tls' });
  });
  it('is not believed where nobody vouches for it, whatever the environment says', async () => {
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      const heard = await webhookSender(leading).send(letter(`https://shop.example:${await secured()}/`));
      expect(heard).toMatchObject({ error: 'tls' });
    } finally {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    }
  });
});
