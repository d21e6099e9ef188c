import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Heard = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly atMs: number;
};
export type Play = (response: ServerResponse, heard: Heard) => void | Promise<void>;

const json =
  (status: number, body: object, headers = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

export const answer = (body: object, status = 200, headers = {}): Play => json(status, body, headers);

/** A problem as Bindery writes it. */
export const problem = (code: string, status: number, more: object = {}, headers = {}): Play =>
  json(
    status,
    {
      ...{ type: `/docs/problems/${code}`, title: code, status, detail: 'Said.', instance: 'urn:request:req_1', code },
      ...{ requestId: 'req_1', retryable: [429, 500, 503].includes(status), ...more },
    },
    headers,
  );

export const hangUp: Play = (response) => void response.destroy();
export const silence: Play = () => undefined;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

/** A server that plays what a test has written down, one answer a request, and notes what it heard. */
export const scripted = async (...plays: readonly Play[]) => {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const one = { method, path: url, headers, body: await bodyOf(request), atMs: performance.now() };
    heard.push(one);
    const play = plays[Math.min(heard.length, plays.length) - 1];
    await play?.(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    stop,
    [Symbol.asyncDispose]: stop,
  };
};
