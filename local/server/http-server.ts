import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { allowedHeaders } from '../../functions/_kit/http/cors.ts';
import { maxBodyBytesOf } from '../../functions/_kit/http/parse.ts';
import type { HttpResponse } from '../../functions/_kit/http/state.ts';
import type { Platform } from '../../functions/_kit/platform.ts';
import { plainError } from '../plain-error.ts';
import { type DoorRefusal, doorProblem } from './door-problems.ts';
import type { DoorResponse, Doors } from './doors.ts';
import { readBody } from './read-body.ts';
import type { Match, Routes } from './routes.ts';
import { eventOf, urlOf } from './to-event.ts';

/** A request has to arrive whole within this time; who sends slowly on purpose holds a connection no longer. */
const arrivalMsMax = 15_000;
const idleConnectionMs = 5_000;

export type Served = {
  readonly routes: Routes;
  readonly doors: Doors;
  readonly platform: Platform;
  /** Sees every request to an operation with its answer, just before that is sent. */
  readonly heed?: Heed | undefined;
};

/** What was asked of the server, and what it answers. */
export type Heed = (asked: Seen, response: HttpResponse) => void;
type Seen = { readonly method: string; readonly target: string; readonly headers: Headers; readonly body?: Buffer };

const preflight = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': allowedHeaders.join(', '),
  'access-control-max-age': '600',
};

const send = (response: ServerResponse, { statusCode, headers, body }: DoorResponse, last = false): void => {
  const length = Buffer.byteLength(body);
  response.writeHead(statusCode, { ...headers, 'content-length': length, ...(last && { connection: 'close' }) });
  response.end(body);
};

const methodsRefused = (allow: readonly string[], platform: Platform, headers: Headers): HttpResponse => {
  const problem = doorProblem('method-not-allowed', platform, { headers, facts: { allow: [...allow] } });
  return { ...problem, headers: { ...problem.headers, allow: allow.join(', ') } };
};

type Headers = Readonly<Record<string, string | undefined>>;
const headersOf = ({ headers }: IncomingMessage): Headers =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString()]));

type Arrived = { readonly url: URL; readonly match: Match; readonly headers: Headers; readonly bytes: Buffer };

const answer = async (
  request: IncomingMessage,
  { url, match, headers, bytes }: Arrived,
  { routes, doors, platform }: Served,
): Promise<DoorResponse> => {
  const method = request.method ?? 'GET';
  const [path, search] = [url.pathname, url.search.slice(1)];
  const asked = { path, search, headers, body: bytes.toString('utf8') };
  const door = await doors(method === 'HEAD' ? 'GET' : method, asked);
  if (door !== undefined) return door;
  if (match.found === 'other-methods') return methodsRefused(match.allow, platform, headers);
  const handler = match.found === 'entry' ? match.handler : routes.nowhere;
  return handler(eventOf(request, url, bytes, match));
};

type Refusing = Pick<NonNullable<Parameters<typeof doorProblem>[2]>, 'entry' | 'facts'> & { readonly last?: boolean };

const handle = async (request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> => {
  const seen = { method: request.method ?? '', target: request.url ?? '', headers: headersOf(request) };
  const refuse = (code: DoorRefusal, { entry, facts = {}, last = false }: Refusing = {}) => {
    const problem = doorProblem(code, served.platform, { headers: seen.headers, facts, entry });
    served.heed?.(seen, problem);
    send(response, problem, last);
  };
  const url = urlOf(request.url);
  if (url === undefined) return refuse('malformed-url');
  if (request.method === 'OPTIONS') return send(response, { statusCode: 204, headers: preflight, body: '' });
  const match = served.routes.match(request.method ?? '', url.pathname);
  const entry = match.found === 'entry' ? match.endpoint.contract : undefined;
  const maxBytes = maxBodyBytesOf(entry);
  const body = await readBody(request, maxBytes);
  const answerTo = async (bytes: Buffer, last = false): Promise<void> => {
    const answered = await answer(request, { url, match, headers: seen.headers, bytes }, served);
    if (typeof answered.body === 'string') served.heed?.({ ...seen, body: bytes }, answered as HttpResponse);
    send(response, answered, last);
  };
  if ('bytes' in body) return answerTo(body.bytes);
  if (body.trouble === 'too-large') {
    // The rest is thrown away unread, so the connection cannot serve another request.
    request.resume();
    // Where no body belongs nobody looks at it, however large it is.
    if (entry !== undefined && entry.body === undefined) return answerTo(Buffer.alloc(0), true);
    return refuse('body-too-large', { entry, facts: { maxBytes }, last: true });
  }
  response.destroy();
};

const rawAnswer = (status: string, headers: Headers, body: string): string => {
  const all = { ...headers, connection: 'close', 'content-length': `${Buffer.byteLength(body)}` };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status}\r\n${lines.join('')}\r\n${body}`;
};

/** What is not even HTTP, or came too slowly, gets a short whole answer and loses its connection. */
const refuseRaw = (error: Error & { readonly code?: string }, socket: Socket, platform?: Platform): void => {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const isLate = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  if (platform === undefined || !isLate) return void socket.end(rawAnswer('400 Bad Request', {}, ''));
  const { headers, body } = doorProblem('request-timeout', platform);
  socket.end(rawAnswer('408 Request Timeout', headers, body));
};

const listening = (server: ReturnType<typeof createServer>, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause: Error & { code?: string }) => {
      const taken = cause.code === 'EADDRINUSE';
      const why = taken ? `The port ${port} is taken` : `The port ${port} cannot be opened (${cause.message})`;
      reject(plainError(`${why}: stop what uses it, or choose another one, like PORT=${port + 1} npm start.`, cause));
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

/** What a problem needs of the platform, while there is none yet. */
const beforePlatform = { docsUrl: '/docs', random: randomBytes };

/**
 * Opens the port first and serves once it is told what: so a taken port is known before anything else is started, and
 * the address is known to what is built behind it.
 */
export const openServer = async (host: string, port: number) => {
  let served: Served | undefined;
  const server = createServer(
    {
      requestTimeout: arrivalMsMax,
      headersTimeout: arrivalMsMax,
      keepAliveTimeout: idleConnectionMs,
      connectionsCheckingInterval: 1_000,
    },
    (request, response) => {
      if (served === undefined) {
        const headers = headersOf(request);
        return send(response, doorProblem('temporarily-unavailable', beforePlatform, { headers }), true);
      }
      const { platform } = served;
      handle(request, response, served).catch((thrown: unknown) => {
        platform.log({ level: 'error', bug: thrown instanceof Error ? thrown.stack : String(thrown) });
        if (response.headersSent) response.destroy();
        else send(response, doorProblem('internal', platform, { headers: headersOf(request) }), true);
      });
    },
  );
  server.on('clientError', (error, socket) => refuseRaw(error, socket as Socket, served?.platform));
  const at = await listening(server, host, port);
  return {
    port: at,
    serve: (what: Served): void => {
      served = what;
    },
    /** Lets requests that are under way end, for a moment. */
    close: async (): Promise<void> => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const patience = setTimeout(() => server.closeAllConnections(), 2_000);
      await closed;
      clearTimeout(patience);
    },
  };
};
