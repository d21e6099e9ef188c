import type { CloudEvent } from '../../functions/_kit/cloud-event.ts';
import type { Endpoint, Subscriber } from '../../functions/_kit/implement.ts';
import { react } from '../../functions/_kit/react.ts';
import { eventsOfItem } from '../../functions/_storage/enrichment.ts';
import { endpoint as advanceClock } from '../../functions/clock/advance-clock.ts';
import { subscriber as driveClock } from '../../functions/clock/drive-clock.ts';
import { endpoint as getClock } from '../../functions/clock/get-clock.ts';
import { subscriber as fireDuePolicy } from '../../functions/policies/fire-due-policy.ts';
import { endpoint as getPolicy } from '../../functions/policies/get-policy.ts';
import { sellingEndpoints, someOfferKeys } from './sale.ts';
import { aWorld, type WorldOptions } from './world.ts';

/** Whose calls they are unless another tenant is named. */
export const sandbox = 'sandbox-a';

const takes = ({ contract }: Subscriber, { type }: CloudEvent): boolean => contract.on.some((one) => one === type);

/**
 * A sandbox with a bus: what is committed or told goes to those who react to it, one event after the other, until
 * nothing is left. Only whoever drives the clock waits for that, so it is taken last.
 */
export const aSandbox = async (
  reacting: readonly Subscriber[] = [],
  more: readonly Endpoint[] = [],
  { services, ...options }: WorldOptions = {},
) => {
  const waiting: CloudEvent[] = [];
  const told: CloudEvent[] = [];
  const failing = new Set<string>();
  const subscribers = [fireDuePolicy, ...reacting];
  const give = async (subscriber: Subscriber, event: CloudEvent): Promise<void> => {
    if (failing.has(event.subject)) return;
    if (subscriber.reactToBatch !== undefined) await subscriber.reactToBatch([event], world.platform);
    else await react(subscriber, event, world.platform);
  };
  const settle = async (): Promise<void> => {
    for (let event = waiting.shift(); event !== undefined; event = waiting.shift())
      for (const one of subscribers) if (takes(one, event)) await give(one, event);
  };
  const publish = async (events: readonly CloudEvent[]): Promise<void> => {
    told.push(...events);
    waiting.push(...events);
  };
  const world = await aWorld([...sellingEndpoints, getPolicy, getClock, advanceClock, ...more], {
    tenants: [sandbox, 'shop-a'],
    services: { offerKeys: someOfferKeys(), bus: { publish }, reactions: { settled: settle }, ...services },
    ...options,
  });
  world.engine.onCommit((changes) => {
    for (const { before, after } of changes)
      if (before === undefined && after !== undefined) void publish(eventsOfItem(after));
  });
  /** Gives the clock's own events to its driver until it rests. */
  const drive = async (): Promise<void> => {
    for (let at = 0; at < told.length; at += 1) {
      const event = told[at];
      if (event !== undefined && takes(driveClock, event)) await driveClock.reactToBatch?.([event], world.platform);
    }
    await settle();
  };
  const call: typeof world.call = (operation, asked = {}) => world.call(operation, { tenant: sandbox, ...asked });
  return { ...world, call, told, failing, settle, drive };
};
export type ASandbox = Awaited<ReturnType<typeof aSandbox>>;
