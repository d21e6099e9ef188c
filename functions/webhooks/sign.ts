import { createHmac } from 'node:crypto';
import { epochSeconds, type Instant } from '../_kit/clock.ts';

type Signed = { readonly id: string; readonly sentAt: Instant; readonly body: string };

const signature = (secret: string, content: string): string =>
  createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(content)
    .digest('base64');

/**
 * The headers of Standard Webhooks 1.0.0: the id is the event's on every attempt, the time is that of this attempt, and
 * every live secret has its signature, so that a receiver needs to know only one of them.
 */
export const webhookHeaders = ({ id, sentAt, body }: Signed, secrets: readonly string[]) => {
  const timestamp = String(epochSeconds(sentAt));
  return {
    'content-type': 'application/json',
    'user-agent': 'Bindery-Webhooks/1.0',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => `v1,${signature(secret, `${id}.${timestamp}.${body}`)}`).join(' '),
  };
};
