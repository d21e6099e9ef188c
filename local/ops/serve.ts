import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isPlainError, plainError } from '../plain-error.ts';
import type { DoorResponse, Doors } from '../server/doors.ts';
import { json } from '../server/json.ts';
import { readBody } from '../server/read-body.ts';

const bytesMax = 10_000;

const urlOf = ({ url = '/' }: IncomingMessage): URL | undefined => {
  try {
    const parsed = new URL(`http://localhost${url}`);
    decodeURIComponent(parsed.pathname);
    return parsed;
  } catch {
    return undefined;
  }
};

const answerTo = async (request: IncomingMessage, doors: Doors): Promise<DoorResponse> => {
  const url = urlOf(request);
  if (url === undefined) return json(400, { error: 'This is no address.' });
  if (url.pathname === '/') return { statusCode: 302, headers: { location: '/ops' }, body: '' };
  const method = request.method ?? 'GET';
  // No page of elsewhere is let ask: browsers take no answer for leave.
  if (!['GET', 'HEAD', 'POST'].includes(method)) return json(405, { error: 'Only GET and POST are answered.' });
  const body = await readBody(request, bytesMax);
  if (!('bytes' in body)) return json(413, { error: 'That is too much.' });
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]));
  const asked = { path: url.pathname, search: url.search.slice(1), headers, body: body.bytes.toString('utf8') };
  return (await doors(method === 'HEAD' ? 'GET' : method, asked)) ?? json(404, { error: 'There is nothing here.' });
};

const failed = (thrown: unknown): DoorResponse => {
  if (!isPlainError(thrown)) console.error(thrown);
  return json(502, {
    error: isPlainError(thrown) ? thrown.message : 'AWS did not answer as it should; see the terminal.',
  });
};

/** Serves doors to this machine alone, without a platform behind them. */
export const serveDoors = async (doors: Doors, port: number) => {
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { statusCode, headers, body } = await answerTo(request, doors).catch(failed);
    response.writeHead(statusCode, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(plainError(`The port ${port} cannot be opened (${cause.message}): choose another one by --port.`, cause)),
    );
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: (): void => {
      server.close();
      server.closeAllConnections();
    },
  };
};
