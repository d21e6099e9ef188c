import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export type Asked = { readonly headers: IncomingHttpHeaders; readonly body: string; readonly socket: Socket };
/** What is done with one request; the last of a script is done with all that follow. */
export type Act = (response: ServerResponse, socket: Socket) => unknown;

export const answer =
  (body: object, status = 200, headers: Readonly<Record<string, string>> = {}): Act =>
  (response) =>
    response.writeHead(status, headers).end(JSON.stringify(body));

/** A refusal as AWS words it. */
export const refuse = (name: string, status = 400, more: object = {}): Act =>
  answer({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: `${name}!`, ...more }, status);

/** A server on this machine that does as its script says, and remembers what it was asked. */
export const scriptedServer = async (...script: readonly Act[]) => {
  const requests: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    requests.push({ headers: request.headers, body: Buffer.concat(chunks).toString(), socket: request.socket });
    script[Math.min(requests.length, script.length) - 1]?.(response, request.socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return { url, requests, server };
};
