import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createConnection } from 'node:net';
import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { exchangeWith } from '../../../../functions/_kit/aws/exchange.ts';
import { scriptedServer } from '../../../support/scripted-server.ts';
import { certificate } from '../../_adapters/webhooks/certificate.ts';

const posting = (url: URL, patience: Parameters<typeof exchangeWith>[1]) => {
  const { post, destroy } = exchangeWith(url, patience);
  onTestFinished(destroy);
  return post({ host: url.host }, '{}');
};

/** A port whose queue of connections is full, and which takes none of them: its thread sleeps. */
const deafPort = async (): Promise<number> => {
  const worker = new Worker(
    `const { createServer } = require('node:net');
    const { parentPort } = require('node:worker_threads');
    const server = createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
      parentPort.postMessage(server.address().port);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    });`,
    { eval: true },
  );
  onTestFinished(() => void worker.terminate());
  const port = await new Promise<number>((resolve) => worker.once('message', resolve));
  const waiting = Array.from({ length: 8 }, () => createConnection(port, '127.0.0.1').on('error', () => undefined));
  onTestFinished(() => waiting.forEach((socket) => void socket.destroy()));
  await new Promise((resolve) => setTimeout(resolve, 50));
  return port;
};

it('gives a connection up that is not made in time, long before an answer is late', async () => {
  const url = new URL(`http://127.0.0.1:${await deafPort()}`);
  const begun = performance.now();
  const outcome = posting(url, { connectMs: 100, answerMs: 20_000 });
  await expect(outcome).rejects.toMatchObject({ name: 'TimeoutError', message: expect.stringContaining('reached') });
  expect(performance.now() - begun).toBeLessThan(10_000);
});

it('lets an answer take longer than a connection may', async () => {
  const { url } = await scriptedServer((response) => setTimeout(() => response.end('late'), 150));
  const { bytes, status } = await posting(url, { connectMs: 50, answerMs: 10_000 });
  expect([status, bytes.toString()]).toEqual([200, 'late']);
});

it('closes the connection of an answer that is late, for nothing may come over it any more', async () => {
  const { url, requests } = await scriptedServer(() => undefined);
  await expect(posting(url, { connectMs: 1_000, answerMs: 50 })).rejects.toMatchObject({ name: 'TimeoutError' });
  const [request] = requests;
  await expect.poll(() => request?.socket.destroyed).toBe(true);
});

it('reads an answer that comes in pieces, through the middle of a character', async () => {
  const { url } = await scriptedServer((response) => {
    const bytes = Buffer.from('保单');
    response.write(bytes.subarray(0, 2), () => response.end(bytes.subarray(2)));
  });
  expect((await posting(url, { connectMs: 1_000, answerMs: 10_000 })).bytes.toString()).toBe('保单');
});

it('speaks TLS where the address says so, and only with whom somebody vouches for', async () => {
  const server = createTlsServer(certificate, (_request, response) => response.end('ok'));
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await expect(posting(url, { connectMs: 1_000, answerMs: 10_000 })).rejects.toThrow(/self-signed certificate/);
});
