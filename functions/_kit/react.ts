import type { CloudEvent } from './cloud-event.ts';
import type { SubscriberContract } from './contract.ts';
import { base32 } from './crypto.ts';
import type { Subscriber } from './implement.ts';
import { makePorts } from './make-ports.ts';
import type { Meter, Platform } from './platform.ts';
import type { PortsOf } from './ports.ts';
import { isSignal } from './signals.ts';
import { reactionLine } from './telemetry.ts';

const attemptsMax = 5;
const jitterMsMax = 40;

const callWith = async (subscriber: Subscriber, event: CloudEvent, platform: Platform, meter: Meter): Promise<void> => {
  const { tenant, id } = event;
  const derivation = await platform.tenants.derivation(tenant);
  if (derivation === undefined) throw new Error(`Event ${id} names the unknown tenant ${tenant}.`);
  const now = await platform.clock.business(tenant);
  const ports = makePorts({
    platform,
    meter,
    contract: subscriber.contract,
    command: {
      tenant,
      operation: subscriber.contract.id,
      actor: { kind: 'system', id: subscriber.contract.id, roles: [], scopes: [] },
      requestId: event.requestid,
      causedBy: id,
      now,
      wall: platform.clock.wall(),
    },
    derivation,
    // The event's id is the command's key: a second delivery finds the first one's effect.
    key: { text: id, fingerprint: id },
    replyOf: () => ({ status: 204, body: '', contentType: 'application/json' }),
  });
  await subscriber.react({ event, tenant, now, ports: ports as unknown as PortsOf<SubscriberContract> });
};

const wait = async (platform: Platform, attempts: number): Promise<void> => {
  const [byte = 0] = platform.random(1);
  await platform.wait((jitterMsMax * 2 ** attempts * byte) / 255);
};

/** Loads, decides and writes until the event's effect stands; a delivery that comes again ends quietly. */
const reactUntilDone = async (
  subscriber: Subscriber,
  event: CloudEvent,
  platform: Platform,
  meter: Meter,
): Promise<'ok' | 'replayed'> => {
  for (let attempts = 0; attempts < attemptsMax; attempts += 1) {
    try {
      await callWith(subscriber, event, platform, meter);
      return 'ok';
    } catch (thrown) {
      if (!isSignal(thrown)) throw thrown;
      if (thrown.signal === 'answered') return 'replayed';
      if (thrown.signal === 'key-reused') throw thrown;
      await wait(platform, attempts);
    }
  }
  throw new Error(`${subscriber.contract.id} lost five races for ${event.id}; it is delivered again.`);
};

/** Gives one event to one subscriber and writes its line. A throw means: deliver it again later. */
export const react = async (subscriber: Subscriber, event: CloudEvent, platform: Platform): Promise<void> => {
  const meter: Meter = { read: 0, write: 0 };
  const line = {
    operation: subscriber.contract.id,
    eventId: event.id,
    requestId: event.requestid,
    tenant: event.tenant,
    startedAt: performance.now(),
    wall: platform.clock.wall(),
    meter,
  };
  try {
    const outcome = await reactUntilDone(subscriber, event, platform, meter);
    platform.log(reactionLine({ ...line, outcome }));
  } catch (thrown) {
    platform.log({ level: 'error', eventId: event.id, bug: thrown instanceof Error ? thrown.message : String(thrown) });
    platform.log(reactionLine({ ...line, outcome: 'failed' }));
    throw thrown;
  }
};

type QueueRecord = { readonly messageId: string; readonly body: string };
type QueueResult = { readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] };

/** The function behind a subscriber's queue: each message is an EventBridge event, and only what failed comes again. */
export const queueLambda =
  (subscriber: Subscriber, platform: Platform) =>
  async (batch: { readonly Records: readonly QueueRecord[] }): Promise<QueueResult> => {
    const events = batch.Records.map(({ messageId, body }) => ({
      messageId,
      event: JSON.parse(body).detail as CloudEvent,
    }));
    const failed = subscriber.reactToBatch
      ? await subscriber.reactToBatch(
          events.map(({ event }) => event),
          platform,
        )
      : await oneByOne(
          subscriber,
          events.map(({ event }) => event),
          platform,
        );
    return {
      batchItemFailures: events
        .filter(({ event }) => failed.includes(event.id))
        .map(({ messageId }) => ({ itemIdentifier: messageId })),
    };
  };

const oneByOne = async (
  subscriber: Subscriber,
  events: readonly CloudEvent[],
  platform: Platform,
): Promise<readonly string[]> => {
  const failed: string[] = [];
  for (const event of events) {
    try {
      await react(subscriber, event, platform);
    } catch {
      failed.push(event.id);
    }
  }
  return failed;
};

/** A request id for work that begins with nobody's request. */
export const ownRequestId = (platform: Platform): string => `run_${base32(platform.random(16))}`;
