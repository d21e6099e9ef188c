import { lookup as resolve } from 'node:dns/promises';
import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { checkTarget } from '../../domain/webhooks/check-target.ts';
import { isPublicAddress, looksLikeAddress } from '../../domain/webhooks/public-address.ts';
import type { AttemptError } from '../../domain/webhooks/schema.ts';
import type { OutgoingWebhook, WebhookSender } from '../_kit/services.ts';
import { retryAfterSeconds } from './retry-after.ts';

export type Resolved = { readonly address: string; readonly family: number };
export type SenderSetup = {
  /** On a laptop alone: `http://localhost:<port>` is reached too. */
  readonly loopback?: boolean;
  /** Every address of a name; the system's resolver unless said. */
  readonly lookup?: (host: string) => Promise<readonly Resolved[]>;
  /** Whether an address may be connected to; those of the public internet unless said. */
  readonly mayReach?: (address: string) => boolean;
  /** Certificates that are trusted beside those of the system. */
  readonly ca?: string;
};

/** What an answer may hold: nobody reads it, but whoever sends it should come to an end. */
const bodyMax = 64 * 1_024;
const headersMax = 16 * 1_024;

class Refused extends Error {
  readonly reason: AttemptError;
  constructor(reason: AttemptError) {
    super(reason);
    this.reason = reason;
  }
}

const reasons: readonly (readonly [RegExp, AttemptError])[] = [
  [/^(ENOTFOUND|EAI_)/, 'unknown-host'],
  [/^(ECONNRESET|EPIPE|HPE_INVALID|HPE_CLOSED|UND_)/, 'closed-early'],
  [/^HPE_HEADER_OVERFLOW/, 'too-large'],
  [/^(ERR_TLS|ERR_SSL|EPROTO|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|ERR_OSSL)/, 'tls'],
];

const reasonOf = (thrown: unknown): AttemptError => {
  if (thrown instanceof Refused) return thrown.reason;
  const code = String(Object(thrown).code ?? '');
  return reasons.find(([pattern]) => pattern.test(code))?.[1] ?? 'unreachable';
};

/**
 * Resolves a name once and for this connection alone. One address that may not be reached refuses all of them: a name
 * that points inside and outside at the same time means no good.
 */
const addressesOf = async (url: URL, setup: Required<Pick<SenderSetup, 'lookup' | 'mayReach'>>) => {
  const { hostname } = url;
  // A socket would connect to a literal address without asking any resolver.
  if (looksLikeAddress(hostname.replace(/^\[|\]$/g, ''))) throw new Refused('refused-address');
  const found = await setup.lookup(hostname);
  if (found.length === 0) throw new Refused('unknown-host');
  if (!found.every(({ address }) => setup.mayReach(address))) throw new Refused('refused-address');
  return found;
};

/** The socket's own lookup gives what was checked, and nothing that a second question to the resolver would bring. */
const pinnedTo =
  (addresses: readonly Resolved[]): LookupFunction =>
  (_host, { all }, done) => {
    const [first] = addresses;
    if (all === true) done(null, [...addresses]);
    else done(null, first?.address ?? '', first?.family ?? 4);
  };

/** Reads what belongs to the answer, up to its limit, and hangs up. */
const drained = (response: IncomingMessage): Promise<void> =>
  new Promise((done) => {
    let bytes = 0;
    response.on('data', (chunk: Uint8Array) => {
      bytes += chunk.length;
      if (bytes > bodyMax) response.destroy();
    });
    response.on('error', () => done());
    response.on('close', () => done());
  });

type Exchange = {
  readonly request: ClientRequest;
  readonly mayReach: (address: string) => boolean;
  readonly body: string;
};

/** Sends and waits for the status; looks once more at the address that the socket has really connected to. */
const exchange = ({ request, mayReach, body }: Exchange): Promise<IncomingMessage> =>
  new Promise((done, fail) => {
    request.on('response', done);
    request.on('error', fail);
    request.on('socket', (socket) => {
      socket.on('connect', () => {
        if (!mayReach(socket.remoteAddress ?? '')) request.destroy(new Refused('refused-address'));
      });
    });
    request.end(body);
  });

const answered = async (exchanged: Promise<IncomingMessage>) => {
  const response = await exchanged;
  const status = response.statusCode ?? 0;
  await drained(response);
  const after = retryAfterSeconds(response.headers['retry-after'], Date.now());
  const isRedirect = status >= 300 && status < 400;
  return {
    status,
    ...(isRedirect && { error: 'redirect' as const }),
    ...(after !== undefined && status >= 300 && { retryAfterSeconds: after }),
  };
};

const isLocal = ({ protocol, hostname }: URL): boolean => protocol === 'http:' && hostname === 'localhost';
const here: readonly Resolved[] = [{ address: '127.0.0.1', family: 4 }];

/** Speaks once to a receiver: one connection of its own, no redirect, no proxy, nothing kept for a next time. */
const speak = async (webhook: OutgoingWebhook, setup: SenderSetup, hangUp: AbortSignal) => {
  const { lookup = (host) => resolve(host, { all: true }), mayReach = isPublicAddress, loopback = false } = setup;
  const { url: text, headers, body } = webhook;
  if (!checkTarget({ url: text }, { loopback }).ok) throw new Refused('refused-address');
  const url = new URL(text);
  const local = loopback && isLocal(url);
  const addresses = local ? here : await addressesOf(url, { lookup, mayReach });
  hangUp.throwIfAborted();
  const request = (local ? plainRequest : tlsRequest)(url, {
    ...{ method: 'POST', agent: false, lookup: pinnedTo(addresses), maxHeaderSize: headersMax, signal: hangUp },
    headers: { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' },
    ...(!local && { servername: url.hostname, rejectUnauthorized: true }),
    ...(setup.ca !== undefined && { ca: setup.ca }),
  });
  return answered(exchange({ request, body, mayReach: local ? () => true : mayReach }));
};

/** Resolves when the patience is over, whatever a slow receiver still drips. */
const lateAfter = (ms: number, hangUp: AbortController) => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ readonly error: AttemptError }>((done) => {
    timer = setTimeout(() => {
      done({ error: 'timeout' });
      hangUp.abort();
    }, ms);
  });
  return { late, done: (): void => clearTimeout(timer) };
};

/** Sends webhooks, and nothing into our own network or anybody's inside. */
export const webhookSender = (setup: SenderSetup = {}): WebhookSender => ({
  send: async (webhook) => {
    const began = performance.now();
    const hangUp = new AbortController();
    const { late, done } = lateAfter(webhook.patienceMs, hangUp);
    const spoken = speak(webhook, setup, hangUp.signal).catch((thrown: unknown) => ({ error: reasonOf(thrown) }));
    const heard = await Promise.race([spoken, late]);
    done();
    return { ...heard, ms: performance.now() - began };
  },
});
