import { afterAttempt, type Heard } from '../../domain/webhooks/delivery.ts';
import type { Delivery, Endpoint } from '../../domain/webhooks/schema.ts';
import type { Instant } from '../_kit/clock.ts';
import { raise } from '../_kit/signals.ts';
import type { StoredDelivery } from '../_kit/store.ts';
import { bodyOf } from './event-body.ts';
import type { SendingPorts } from './sending.ts';
import { webhookHeaders } from './sign.ts';

/** What came of an attempt, before it is kept. */
export type Tried = { readonly delivery: Delivery; readonly heard: Heard; readonly sentAt: Instant };
type Letter = { readonly endpoint: Endpoint; readonly delivery: Delivery; readonly body: string };
type Given = { readonly tenant: string; readonly now: Instant; readonly patienceMs: number };

/** What a receiver has: whoever answers later has not taken it (Standard Webhooks asks for 15 to 30 seconds). */
export const patienceMs = 15_000;
/** Within a caller's own request there is less. */
export const shortPatienceMs = 5_000;

const notesMax = 5;

/** Speaks to the endpoint once. A bus is not signed for: AWS vouches for who puts the event there. */
const speak = (ports: SendingPorts, { endpoint, delivery, body }: Letter, sentAt: Instant, patience: number) => {
  const { id, type, time } = delivery.event;
  const { url, eventBusArn, secrets } = endpoint;
  if (url === undefined) return ports.partnerBuses.put(eventBusArn ?? '', { type, time, body });
  const live = secrets.map(({ secretId }) => ports.webhookSecret(secretId));
  return ports.webhookSender.send({
    url,
    body,
    headers: webhookHeaders({ id, sentAt, body }, live),
    patienceMs: patience,
  });
};

const chanceIn = (bytes: Uint8Array): number => Buffer.from(bytes).readUInt32BE() / 0xff_ff_ff_ff;

/** Keeps the attempt, whoever else has written meanwhile: every attempt that was made stands in the log. */
const note = async (
  { deliveries }: SendingPorts,
  before: StoredDelivery,
  heard: Heard,
  given: Parameters<typeof afterAttempt>[2],
): Promise<StoredDelivery> => {
  let stored: StoredDelivery | undefined = before;
  for (let tries = 0; tries < notesMax && stored !== undefined; tries += 1) {
    const delivery = afterAttempt(stored.delivery, heard, given);
    if (await deliveries.put(delivery, stored)) return { version: stored.version + 1, delivery };
    [stored] = await deliveries.find([delivery.deliveryId]);
  }
  return raise({ signal: 'unavailable' }, new Error('An attempt could not be kept.'));
};

/**
 * Sends a delivery once and keeps what came of it, with a wake-up for the next attempt in the same transaction. What
 * the attempt says of its endpoint is told first: who is cut off in between sends once more, and forgets nothing.
 * Undefined where the event was never committed: then nothing leaves.
 */
export const sendDelivery = async (
  ports: SendingPorts,
  { endpoint, stored }: { readonly endpoint: Endpoint; readonly stored: StoredDelivery },
  { tenant, now, patienceMs: patience }: Given,
  tell: (tried: Tried) => Promise<void> = async () => undefined,
): Promise<Delivery | undefined> => {
  const { delivery } = stored;
  const body = await bodyOf(ports, { ...delivery, tenant }, endpoint.payload);
  if (body === undefined) return undefined;
  const sentAt = ports.deliveries.wall();
  const heard = await speak(ports, { endpoint, delivery, body }, sentAt, patience);
  const given = { now, sentAt, chance: chanceIn(ports.random(4)) };
  await tell({ delivery: afterAttempt(delivery, heard, given), heard, sentAt });
  return (await note(ports, stored, heard, given)).delivery;
};

/** Begins a delivery unless it stands already, and gives what stands. */
export const begun = async ({ deliveries }: SendingPorts, delivery: Delivery): Promise<StoredDelivery> => {
  if (await deliveries.put(delivery)) return { version: 1, delivery };
  const [stored] = await deliveries.find([delivery.deliveryId]);
  return stored ?? raise({ signal: 'unavailable' }, new Error('A delivery that stands cannot be found.'));
};
