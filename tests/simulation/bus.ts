import type { CloudEvent } from '../../functions/_kit/cloud-event.ts';
import type { Subscriber } from '../../functions/_kit/implement.ts';
import type { Platform } from '../../functions/_kit/platform.ts';
import { react } from '../../functions/_kit/react.ts';
import type { Chance } from './chance.ts';
import type { Injector } from './faults.ts';
import type { Ending, Scheduler, Task } from './scheduler.ts';

type Target = {
  readonly id: string;
  readonly batch: number;
  readonly take: (events: readonly CloudEvent[]) => Promise<readonly string[]>;
};
type Delivery = { readonly target: Target; readonly event: CloudEvent; readonly attempts: number };

const attemptsMax = 5;

/** One subscriber as a target: the production reaction, and the ids of the events that it could not take. */
const targetOf = (subscriber: Subscriber, platform: () => Platform): Target => ({
  id: subscriber.contract.id,
  batch: subscriber.reactToBatch === undefined ? 1 : (subscriber.contract.batch ?? 1),
  take: async (events) => {
    if (subscriber.reactToBatch !== undefined) return subscriber.reactToBatch(events, platform());
    for (const event of events) await react(subscriber, event, platform());
    return [];
  },
});

type Setup = {
  readonly scheduler: Scheduler;
  readonly chance: Chance;
  readonly faults: Injector;
  readonly subscribers: readonly Subscriber[];
  readonly platform: () => Platform;
  /** Somebody outside who takes every event, as a partner with a target of its own does. */
  readonly partner: Omit<Target, 'batch'>;
};

/** The clockwork tells what is due by the bus; it is no fact, and nobody outside hears of it. */
const isWakeUp = (type: string): boolean => type.startsWith('wake-up.');

/** The subscribers by what their contracts name, and the partner, who takes everything. */
const targetsOf = ({ subscribers, platform, partner }: Pick<Setup, 'subscribers' | 'platform' | 'partner'>) => [
  ...subscribers.map((subscriber) => ({
    target: targetOf(subscriber, platform),
    takes: (type: string) => subscriber.contract.on.some((wanted) => wanted === type),
  })),
  { target: { ...partner, batch: 1 }, takes: (type: string) => !isWakeUp(type) },
];

/** Where deliveries wait: each comes again when it fails, and becomes a dead letter after the fifth time. */
const queueOf = (chance: Chance) => {
  let waiting: Delivery[] = [];
  const deadLetters: Delivery[] = [];
  return {
    deadLetters,
    size: (): number => waiting.length,
    add: (...deliveries: readonly Delivery[]): void => void waiting.push(...deliveries),
    again: (delivery: Delivery): void => {
      if (delivery.attempts >= attemptsMax) deadLetters.push(delivery);
      else waiting.push({ ...delivery, attempts: delivery.attempts + 1 });
    },
    has: (wanted: (delivery: Delivery) => boolean): boolean => waiting.some(wanted),
    take: (wanted: (delivery: Delivery) => boolean, most = Number.POSITIVE_INFINITY): readonly Delivery[] => {
      const taken = waiting.filter(wanted).slice(0, most);
      waiting = waiting.filter((one) => !taken.includes(one));
      return taken;
    },
    /** Takes what waits for one target, as much as it takes at once. */
    takeFor: (id: string): readonly Delivery[] => {
      const mine = waiting.filter(({ target }) => target.id === id);
      const taken = mine.slice(0, mine[0]?.target.batch ?? 0);
      waiting = waiting.filter((one) => !taken.includes(one));
      return taken;
    },
    /** Takes one delivery at random, with others of its target where that works in batches. */
    pick: (): readonly Delivery[] => {
      const [first] = waiting.splice(chance.below(waiting.length), 1);
      if (first === undefined) return [];
      const more: Delivery[] = [];
      waiting = waiting.filter((one) => {
        const joins = one.target === first.target && more.length + 1 < first.target.batch && chance.happens(0.7);
        if (joins) more.push(one);
        return !joins;
      });
      return [first, ...more];
    },
  };
};

type Give = (target: Target, taken: readonly Delivery[]) => Promise<Task>;

/** Whoever drives a clock waits for all that react, but for itself, for the audit and for those outside. */
const isAwaited = ({ target }: Delivery): boolean => !['driveClock', 'appendRecords', 'partner'].includes(target.id);

/** What is given by hand, and to whom; nothing of it is late or lost on its way. */
const handsOn = (queue: ReturnType<typeof queueOf>, give: Give) => ({
  /** Gives what waits for one target to it, now and whole; it stays where there is nothing for it. */
  deliverTo: async (id: string): Promise<Task | undefined> => {
    const taken = queue.takeFor(id);
    const [first] = taken;
    return first === undefined ? undefined : give(first.target, taken);
  },
  /** Gives every due thing that was told to those who do it; what fails waits as ever. */
  deliverDue: async (): Promise<void> => {
    for (const delivery of queue.take(({ event }) => isWakeUp(event.type))) await give(delivery.target, [delivery]);
  },
  waitsFor: (tenant: string): boolean => queue.has((one) => one.event.tenant === tenant && isAwaited(one)),
  /** Gives something of one tenant to whom it waits for. */
  deliverFor: async (tenant: string): Promise<void> => {
    const [first] = queue.take((one) => one.event.tenant === tenant && isAwaited(one), 1);
    if (first !== undefined) await give(first.target, [first]);
  },
  /** What waits for one target waits twice. */
  duplicateFor: (id: string): void => {
    const taken = queue.takeFor(id);
    queue.add(...taken, ...taken);
  },
});

/** The bus and its queues on a bad day: at least once, in any order, some of it late, some twice, some in vain. */
export const misbehavingBus = ({ scheduler, chance, faults, subscribers, platform, partner }: Setup) => {
  const all = targetsOf({ subscribers, platform, partner });
  const queue = queueOf(chance);
  const published: CloudEvent[] = [];
  let deliveries = 0;
  let underWay = 0;

  const send = (event: CloudEvent): void => {
    for (const { target, takes } of all) if (takes(event.type)) queue.add({ target, event, attempts: 1 });
  };
  /** A process that died never said how far it came: everything that it had taken comes again. */
  const ended = (taken: readonly Delivery[], ending: Ending<readonly string[]>): void => {
    underWay -= 1;
    const failed = ending.how === 'done' ? taken.filter(({ event }) => ending.value.includes(event.id)) : taken;
    for (const delivery of failed) queue.again(delivery);
  };
  const give: Give = (target, taken) => {
    deliveries += 1;
    underWay += 1;
    return scheduler.begin({
      name: `${target.id} takes ${taken.map(({ event }) => `${event.type} ${event.id}`).join(', ')}`,
      skewMs: faults.at('instance') === undefined ? 0 : (chance.next() - 0.5) * 600_000,
      work: () => target.take(taken.map(({ event }) => event)),
      ended: (ending) => ended(taken, ending),
    });
  };

  return {
    publish: (events: readonly CloudEvent[]): void => {
      published.push(...events.filter(({ type }) => !isWakeUp(type)));
      for (const event of events) send(event);
    },
    published: published as readonly CloudEvent[],
    deadLetters: queue.deadLetters as readonly Delivery[],
    waits: queue.size,
    isQuiet: (): boolean => queue.size() === 0 && underWay === 0,
    deliveries: (): number => deliveries,
    deliver: async (): Promise<void> => {
      const taken = queue.pick();
      const [first] = taken;
      if (first === undefined) return;
      const fault = faults.at('delivery');
      if (fault === 'late-delivery') return queue.add(...taken);
      if (fault === 'dropped-delivery') return taken.forEach(queue.again);
      if (fault === 'duplicate-delivery') queue.add(...taken);
      await give(first.target, taken);
    },
    ...handsOn(queue, give),
    /** An operator has every dead letter delivered again. */
    redrive: (): void => {
      for (const { target, event } of queue.deadLetters.splice(0)) queue.add({ target, event, attempts: 1 });
    },
    /** Everything once more, as when a log is replayed. */
    replay: (): void => {
      for (const event of published) send(event);
    },
  };
};
export type SimulatedBus = ReturnType<typeof misbehavingBus>;
