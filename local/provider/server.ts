import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { canonicalJson } from '../../functions/_kit/record.ts';
import { plainError } from '../plain-error.ts';
import { type ProviderBook, type ProviderEvent, providerBook } from './book.ts';
import { invalidRequest, keyReused, unauthorized, unknownKey } from './errors.ts';
import { type Form, get, type ProviderAnswer, post, type Setup } from './simulation.ts';
import { type EndpointOf, webhookSender } from './webhook-sender.ts';

const bodyBytesMax = 65_536;

/** A tenant's own key at the provider, `sk_test_<tenant>`, says whose money moves; any other is the sandbox's. */
const accountOf = (authorization: string): string | undefined => {
  const basic = /^Basic (\S+)/.exec(authorization)?.[1];
  const key = basic === undefined ? authorization : Buffer.from(basic, 'base64').toString('utf8');
  return /sk_test_(sbx-[^:]*|sandbox-[^:]*-g\d+)/.exec(key)?.[1];
};

/** Form encoding with one level of brackets: `metadata[offer_id]=…`. */
const formOf = (body: string, tenant: string | undefined): Form => {
  const fields: Record<string, string> = {};
  const metadata: Record<string, string> = tenant === undefined ? {} : { tenant };
  for (const [name, value] of new URLSearchParams(body)) {
    const inner = /^metadata\[([\w-]{1,40})\]$/.exec(name)?.[1];
    if (inner === undefined) fields[name] = value;
    else metadata[inner] = value;
  }
  return { fields, metadata };
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > bodyBytesMax) throw new Error('The body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const respond = (response: ServerResponse, { status, body, hangUp }: ProviderAnswer): void => {
  if (hangUp === true) {
    response.destroy();
    return;
  }
  const requestId = `req_${randomBytes(7).toString('hex')}`;
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': requestId });
  response.end(JSON.stringify(body));
};

/** The same key and the same request give the same answer; whatever was lost once stays lost. A 5xx is not kept. */
const once = (setup: Setup, path: string, key: string | undefined, form: Form & { readonly body: string }) => {
  const { body } = form;
  if (key === undefined) return post(setup, path, form);
  const request = canonicalJson({ path, body });
  const known = setup.book.keys[key];
  if (known !== undefined)
    return known.request === request
      ? { status: known.status, body: JSON.parse(known.body), hangUp: known.lost }
      : keyReused;
  const answer = post(setup, path, form);
  if (answer !== undefined && answer.status < 500)
    setup.put('keys', key, {
      request,
      status: answer.status,
      body: JSON.stringify(answer.body),
      lost: answer.hangUp ?? false,
    });
  return answer;
};

const answerTo = async (
  setup: Setup & Pick<ProviderBook, 'remember'> & Pick<ProviderSetup, 'knows'>,
  request: IncomingMessage,
): Promise<ProviderAnswer> => {
  const url = new URL(request.url ?? '/', 'http://provider');
  const body = await bodyOf(request);
  const { authorization = '' } = request.headers;
  if (!/^(Bearer|Basic) \S+/.test(authorization)) return unauthorized;
  const tenant = accountOf(authorization);
  if (tenant !== undefined && !(await setup.knows(tenant))) return unknownKey;
  const key = request.headers['idempotency-key'];
  const answer =
    request.method === 'POST'
      ? once(setup, url.pathname, typeof key === 'string' ? key : undefined, {
          ...formOf(body, tenant),
          body,
        })
      : get(setup, url.pathname, url.searchParams);
  // What is answered is remembered, the webhook that tells of it included.
  setup.remember();
  return answer ?? { ...invalidRequest(`Unrecognized request URL (${request.method}: ${url.pathname}).`), status: 404 };
};

const listening = (server: ReturnType<typeof createServer>, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(plainError(`The port ${port} is taken: set PROVIDER_PORT to another one, or leave it unset.`, cause)),
    );
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

export type ProviderSetup = {
  readonly dataFolder: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly endpoint: EndpointOf;
  /** Whether there is such a tenant; a key that names another one is refused. */
  readonly knows: (tenant: string) => Promise<boolean>;
};

/** Starts the simulated payment provider, an HTTP server of its own with Stripe's objects, errors and webhooks. */
export const startProvider = async ({ dataFolder, port, endpoint, knows }: ProviderSetup) => {
  const { book, put, remember, close } = await providerBook(dataFolder);
  const sender = webhookSender(endpoint, (event) => {
    put('events', event.id, { ...event, pending_webhooks: 0 });
    remember();
  });
  const emit: Setup['emit'] = (type, object) => {
    const event: ProviderEvent = {
      id: `evt_${randomBytes(12).toString('hex')}`,
      object: 'event',
      type,
      created: Math.floor(Date.now() / 1000),
      livemode: false,
      pending_webhooks: 1,
      data: { object: { ...object } },
    };
    put('events', event.id, event);
    sender.send(event);
  };
  const setup = { book, put, remember, emit, resend: sender.send, knows };
  const server = createServer((request, response) => {
    answerTo(setup, request)
      .then((answer) => respond(response, answer))
      .catch(() => response.destroy());
  });
  const at = await listening(server, port);
  // What was not taken before the last end is sent again.
  for (const event of Object.values(book.events)) if (event.pending_webhooks > 0) sender.send(event);
  return {
    port: at,
    url: `http://127.0.0.1:${at}`,
    isQuiet: sender.isQuiet,
    stop: async (): Promise<void> => {
      sender.stop();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await close();
    },
  };
};
export type RunningProvider = Awaited<ReturnType<typeof startProvider>>;
