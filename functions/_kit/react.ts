import type { CloudEvent } from './cloud-event.ts';
import { base32 } from './crypto.ts';
import type { Subscriber } from './implement.ts';
import type { Meter, Platform } from './platform.ts';
import { runOwnWork } from './system.ts';
import { reactionLine } from './telemetry.ts';

/** Gives one event to one subscriber and writes its line. A throw means: deliver it again later. */
export const react = async (subscriber: Subscriber, event: CloudEvent, platform: Platform): Promise<void> => {
  const meter: Meter = { read: 0, write: 0 };
  const line = {
    operation: subscriber.contract.id,
    eventId: event.id,
    requestId: event.requestid,
    tenant: event.tenant,
    eventTime: event.time,
    startedAt: performance.now(),
    wall: platform.clock.wall(),
    meter,
  };
  try {
    const cause = { tenant: event.tenant, id: event.id, requestId: event.requestid };
    const outcome = await runOwnWork(subscriber.contract, cause, { platform, meter }, (ports, now) =>
      subscriber.react({ event, tenant: event.tenant, now, ports }),
    );
    platform.log(reactionLine({ ...line, outcome }));
  } catch (thrown) {
    platform.log({ level: 'error', eventId: event.id, bug: thrown instanceof Error ? thrown.message : String(thrown) });
    platform.log(reactionLine({ ...line, outcome: 'failed' }));
    throw thrown;
  }
};

/**
 * Takes one event of a batch and writes its line, with the outcome that the work says; answers the event's id where it
 * has to come again.
 */
export const takeAndLog = async (
  operation: string,
  event: CloudEvent,
  platform: Platform,
  work: (meter: Meter) => Promise<string>,
): Promise<readonly string[]> => {
  const meter: Meter = { read: 0, write: 0 };
  const { id: eventId, requestid: requestId, tenant } = event;
  const taken = { eventTime: event.time, startedAt: performance.now(), wall: platform.clock.wall() };
  const line = { operation, eventId, requestId, tenant, ...taken, meter };
  const end = (outcome: string): void => platform.log(reactionLine({ ...line, outcome }));
  try {
    end(await work(meter));
    return [];
  } catch (thrown) {
    platform.log({ level: 'error', eventId, bug: thrown instanceof Error ? thrown.message : String(thrown) });
    end('failed');
    return [eventId];
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
