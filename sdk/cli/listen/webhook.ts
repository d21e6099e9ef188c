import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Asked } from '../../operation.ts';
import { verifyWebhook, WebhookRefused } from '../../webhook.ts';
import { endpointName, removeLeftOver } from './left-over.ts';
import { lineOf, type Wish } from './wish.ts';

/** An endpoint cannot be told of itself, and hop-by-hop headers belong to the hop. */
const ownHeaders = ['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive'];

const bytesOf = async (request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Uint8Array.from(Buffer.concat(chunks));
};

const forwarded = async (to: string, request: IncomingMessage, body: Uint8Array<ArrayBuffer>): Promise<number> => {
  const headers = Object.entries(request.headers).filter(([name]) => !ownHeaders.includes(name));
  try {
    const response = await fetch(to, {
      method: 'POST',
      headers: headers.map(([name, value]): [string, string] => [name, String(value)]),
      body,
      redirect: 'manual',
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 502;
  }
};

const taken = async (wish: Wish, secret: string, request: IncomingMessage): Promise<number> => {
  const { terminal, forwardTo } = wish;
  const body = await bytesOf(request);
  try {
    const event = await verifyWebhook({ payload: body, headers: request.headers, secret });
    const status = forwardTo === undefined ? 204 : await forwarded(forwardTo, request, body);
    terminal.out(`${lineOf(event, wish)}${forwardTo === undefined || wish.json ? '' : `  → ${status}`}`);
    return status;
  } catch (thrown) {
    if (!(thrown instanceof WebhookRefused)) throw thrown;
    terminal.say(`Refused what was posted here: ${thrown.message}`);
    return 400;
  }
};

const serving = (listener: (request: IncomingMessage, response: ServerResponse) => void) =>
  new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
    const server = createServer(listener);
    server.once('error', reject);
    server.listen(0, 'localhost', () => resolve(server));
  });

const untilStopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

/**
 * Has real webhooks sent here until it is told to stop, and takes the endpoint away then. False where the platform
 * sends none to this machine.
 */
export const listenByWebhook = async (wish: Wish): Promise<boolean> => {
  const { bindery, terminal, signal, types } = wish;
  const removed = await removeLeftOver(bindery);
  if (removed > 0) terminal.say(`Took away ${removed} endpoint${removed === 1 ? '' : 's'} of earlier runs.`);
  let secret = '';
  const server = await serving((request, response) => {
    taken(wish, secret, request).then(
      (status) => response.writeHead(status).end(),
      (thrown: unknown) => {
        terminal.say(String(thrown));
        response.writeHead(500).end();
      },
    );
  });
  try {
    const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
    const wanted = types as Asked<'createWebhookEndpoint'>['types'];
    const made = await bindery.createWebhookEndpoint({ name: endpointName, url, types: wanted }).result();
    if (!made.ok) {
      terminal.say(`No webhooks come to this machine (${made.problem.code}).`);
      return false;
    }
    secret = made.value.secret ?? '';
    terminal.say(`Signing secret: ${secret}`);
    terminal.say('Listening. Ctrl-C stops, and takes the endpoint away.');
    await untilStopped(signal);
    await bindery.deleteWebhookEndpoint({ endpointId: made.value.endpointId });
    return true;
  } finally {
    server.closeAllConnections();
    server.close();
  }
};
