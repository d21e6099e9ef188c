import type { WebhookEvent } from './generated/events.ts';
import type { ThinEvent } from './generated/schemas.ts';

type GivenHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

export type Received<Payload extends 'full' | 'thin' = 'full'> = {
  /** The body as it came, before anything has parsed it. */
  readonly payload: string | Uint8Array;
  readonly headers: GivenHeaders;
  /** The endpoint's signing secret, `whsec_…`; several while it is being changed. */
  readonly secret: string | readonly string[];
  /** How far the sender's clock may be off; 300 unless said. */
  readonly toleranceSeconds?: number;
  /** `thin` for an endpoint that asked for events without `data`. */
  readonly expects?: Payload;
};

export type RefusedWebhook = 'header-missing' | 'timestamp-off' | 'signature-wrong' | 'not-an-event';

/** It did not come from Bindery, or not just now: answer 400, and do nothing. */
export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused';
  readonly reason: RefusedWebhook;

  constructor(reason: RefusedWebhook, detail: string) {
    super(detail);
    this.reason = reason;
  }
}

const utf8 = new TextEncoder();
const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

const keyOf = (secret: string): Promise<CryptoKey> => {
  if (!secret.startsWith('whsec_')) throw new TypeError('A signing secret begins with whsec_.');
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', bytesOf(secret.slice('whsec_'.length)), hmac, false, ['sign', 'verify']);
};

const headerOf = (headers: GivenHeaders, name: string): string => {
  const found =
    headers instanceof Headers
      ? headers.get(name)
      : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  if (typeof found !== 'string') throw new WebhookRefused('header-missing', `The header ${name} is missing.`);
  return found;
};

const signaturesIn = (header: string): readonly Uint8Array<ArrayBuffer>[] =>
  header.split(' ').flatMap((one) => {
    try {
      return one.startsWith('v1,') ? [bytesOf(one.slice('v1,'.length))] : [];
    } catch {
      return [];
    }
  });

const assertRecent = (timestamp: string, toleranceSeconds: number): void => {
  const off = Math.abs(Date.now() / 1_000 - Number(timestamp));
  if (!/^\d+$/.test(timestamp) || off > toleranceSeconds)
    throw new WebhookRefused('timestamp-off', `It was signed more than ${toleranceSeconds} seconds from now.`);
};

const eventIn = (text: string): WebhookEvent => {
  try {
    const event: unknown = JSON.parse(text);
    if (typeof Object(event).type === 'string') return event as WebhookEvent;
  } catch {}
  throw new WebhookRefused('not-an-event', 'The body is signed, and no event.');
};

/**
 * The event that a webhook tells, once it is sure that Bindery sent it, lately, and just these bytes (Standard
 * Webhooks). WebCrypto compares signatures in constant time. Events come at least once: remember their `id`.
 *
 * @throws {WebhookRefused} where it is not.
 */
export const verifyWebhook = async <Payload extends 'full' | 'thin' = 'full'>({
  payload,
  headers,
  secret,
  toleranceSeconds = 300,
}: Received<Payload>): Promise<Payload extends 'thin' ? ThinEvent : WebhookEvent> => {
  const [id = '', timestamp = '', signature = ''] = ['id', 'timestamp', 'signature'].map((name) =>
    headerOf(headers, `webhook-${name}`),
  );
  assertRecent(timestamp, toleranceSeconds);
  const text = typeof payload === 'string' ? payload : new TextDecoder('utf-8', { ignoreBOM: true }).decode(payload);
  const content = utf8.encode(`${id}.${timestamp}.${text}`);
  const signatures = signaturesIn(signature);
  const checks = [secret].flat().flatMap(async (one) => {
    const key = await keyOf(one);
    const found = await Promise.all(signatures.map((each) => crypto.subtle.verify('HMAC', key, each, content)));
    return found.includes(true);
  });
  if (!(await Promise.all(checks)).includes(true))
    throw new WebhookRefused('signature-wrong', 'No signature was made with a secret of this endpoint.');
  return eventIn(text) as Payload extends 'thin' ? ThinEvent : WebhookEvent;
};

export type Signing = { readonly id: string; readonly payload: string; readonly secret: string; readonly at?: Date };

/** The headers that Bindery would send, so that your own tests can tell your receiver something. */
export const signWebhook = async ({
  id,
  payload,
  secret,
  at = new Date(),
}: Signing): Promise<Record<string, string>> => {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const signed = await crypto.subtle.sign('HMAC', await keyOf(secret), utf8.encode(`${id}.${timestamp}.${payload}`));
  const signature = btoa(String.fromCharCode(...new Uint8Array(signed)));
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
};
