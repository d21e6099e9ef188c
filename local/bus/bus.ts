import type { CloudEvent } from '../../functions/_kit/cloud-event.ts';
import { matcher } from '../../functions/_kit/event-pattern/matches.ts';
import { busEventOf, patternOf } from '../../functions/_kit/event-pattern/pattern-of.ts';
import type { Subscriber } from '../../functions/_kit/implement.ts';
import type { Platform } from '../../functions/_kit/platform.ts';
import { react } from '../../functions/_kit/react.ts';
import type { DeadLetters } from './dead-letters.ts';

/**
 * How often an event comes before it is a dead letter, and how long the first pause is; each next one is twice as long.
 */
const attemptsMax = 5;
const firstPauseMs = 100;
/** How many events one subscriber works on at once; batches come one after the other, as their order is their point. */
const inFlightMax = 8;

/**
 * One batch after the other here does what several functions do side by side in the cloud, so it takes as much at once
 * as some of them: behind a busy shop the audit would fall ever further back.
 */
const batchesAtOnce = 4;

type Delivery = {
  readonly event: CloudEvent;
  readonly attempts: number;
  /** Called once it was taken, or has become a dead letter. */
  readonly onEnd?: () => void;
};

type QueueSetup = {
  readonly subscriber: Subscriber;
  readonly platform: () => Platform;
  readonly deadLetters: Pick<DeadLetters, 'keep'>;
  readonly pauseMs: number;
  /** Called whenever something was taken, and when nothing is left. */
  readonly onTaken: () => void;
};

const wordsOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** Gives a batch to its subscriber; answers why each event that failed did. */
const deliver = async ({ subscriber, platform }: QueueSetup, batch: readonly Delivery[]) => {
  const failed = new Map<Delivery, string>();
  if (subscriber.reactToBatch !== undefined) {
    const events = batch.map(({ event }) => event);
    const ids = await subscriber.reactToBatch(events, platform()).catch(() => events.map(({ id }) => id));
    for (const one of batch) if (ids.includes(one.event.id)) failed.set(one, 'The batch named it as failed.');
    return failed;
  }
  for (const one of batch)
    await react(subscriber, one.event, platform()).catch((thrown) => failed.set(one, wordsOf(thrown)));
  return failed;
};

/** Makes a letter of an event. One of which none could be written down has to come again: it is never forgotten. */
const isKept = async (setup: QueueSetup, { event, attempts }: Delivery, reason: string): Promise<boolean> => {
  const { subscriber, platform, deadLetters } = setup;
  const at = new Date().toISOString();
  try {
    await deadLetters.keep({ subscriber: subscriber.contract.id, attempts, reason, at, event });
    return true;
  } catch (cause) {
    const bug = `It could not be kept as a dead letter, and comes again: ${wordsOf(cause)}`;
    platform().log({ level: 'error', eventId: event.id, bug });
    return false;
  }
};

/** What waits a while before it is done; nothing of it is done once it was stopped. */
const pausing = () => {
  const pauses = new Set<NodeJS.Timeout>();
  return {
    after: (ms: number, then: () => void): void => {
      const pause = setTimeout(() => {
        pauses.delete(pause);
        then();
      }, ms);
      pauses.add(pause);
    },
    isQuiet: (): boolean => pauses.size === 0,
    stop: (): void => {
      for (const pause of pauses) clearTimeout(pause);
      pauses.clear();
    },
  };
};

/** One subscriber's queue: at least once, a few at a time, failures again after a growing pause. */
const queueFor = (setup: QueueSetup) => {
  const { subscriber, pauseMs, onTaken } = setup;
  const batchMax = subscriber.reactToBatch === undefined ? 1 : (subscriber.contract.batch ?? 1) * batchesAtOnce;
  const workersMax = subscriber.reactToBatch === undefined ? inFlightMax : 1;
  const waiting: Delivery[] = [];
  const pauses = pausing();
  /** How much of each tenant has come and is not done with. */
  const open = new Map<string, number>();
  let workers = 0;
  let stopped = false;

  const count = ({ tenant }: CloudEvent, by: number): void => void open.set(tenant, (open.get(tenant) ?? 0) + by);

  const end = ({ event, onEnd }: Delivery): void => {
    count(event, -1);
    onEnd?.();
  };

  const again = async (delivery: Delivery, reason: string): Promise<void> => {
    const { attempts } = delivery;
    const isLast = attempts >= attemptsMax;
    if (isLast && (await isKept(setup, delivery, reason))) return end(delivery);
    pauses.after(pauseMs * 2 ** (attempts - 1), () => {
      waiting.push({ ...delivery, attempts: isLast ? attempts : attempts + 1 });
      work();
    });
  };

  const run = async (): Promise<void> => {
    // What is published together is taken together.
    await Promise.resolve();
    while (waiting.length > 0 && !stopped) {
      const batch = waiting.splice(0, batchMax);
      const failed = await deliver(setup, batch);
      for (const one of batch) if (!failed.has(one)) end(one);
      for (const [one, reason] of failed) await again(one, reason);
      onTaken();
    }
  };

  const work = (): void => {
    while (workers < Math.min(workersMax, waiting.length) && !stopped) {
      workers += 1;
      void run().finally(() => {
        workers -= 1;
        if (waiting.length > 0) work();
        onTaken();
      });
    }
  };

  return {
    add: (event: CloudEvent, onEnd?: () => void): void => {
      count(event, 1);
      waiting.push({ event, attempts: 1, ...(onEnd !== undefined && { onEnd }) });
      work();
    },
    isDoneWith: (tenant: string): boolean => (open.get(tenant) ?? 0) === 0,
    isQuiet: (): boolean => waiting.length === 0 && workers === 0 && pauses.isQuiet(),
    stop: (): void => {
      stopped = true;
      pauses.stop();
    },
    isWorking: (): boolean => workers > 0,
  };
};

export type BusSetup = Pick<QueueSetup, 'platform' | 'deadLetters'> & {
  readonly subscribers: readonly Subscriber[];
  readonly pauseMs?: number;
  /** Told what came for whom; what it gives back is called once that is done with. */
  readonly waiting?: (subscriber: string) => () => void;
};

/** The audit only takes note, and who waits for the reactions of others is none of them. */
const reacts = ({ contract }: Subscriber): boolean =>
  !contract.on.some((type) => type === 'operation.recorded') && !contract.uses.includes('reactions');

/**
 * What bus, rules and queues do in the cloud: every event goes to the queue of each subscriber whose rule matches
 * it, comes again when it fails, and becomes a dead letter after the fifth time.
 */
export const createBus = (setup: BusSetup) => {
  const { subscribers, platform, deadLetters, pauseMs = firstPauseMs, waiting } = setup;
  const hopeful = new Map<() => void, () => boolean>();
  const onTaken = (): void => {
    for (const [resolve, done] of hopeful) if (done() && hopeful.delete(resolve)) resolve();
  };
  const queues = subscribers.map((subscriber) => ({
    subscriber,
    takes: matcher(patternOf(subscriber.contract)),
    queue: queueFor({ subscriber, platform, deadLetters, pauseMs, onTaken }),
  }));
  const isIdle = (): boolean => queues.every(({ queue }) => queue.isQuiet());
  const reacting = queues.filter(({ subscriber }) => reacts(subscriber));
  const until = (done: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      if (done()) resolve();
      else hopeful.set(resolve, done);
    });

  const named = (id: string) => queues.find(({ subscriber }) => subscriber.contract.id === id)?.queue;

  return {
    publish: (events: readonly CloudEvent[]): void => {
      for (const event of events)
        for (const { subscriber, takes, queue } of queues)
          if (takes(busEventOf(event))) queue.add(event, waiting?.(subscriber.contract.id));
    },
    knows: (id: string): boolean => named(id) !== undefined,
    /** Gives an event to one subscriber alone, and tells when it was taken or is a dead letter again. */
    giveTo: (id: string, event: CloudEvent, onEnd: () => void): boolean => {
      const queue = named(id);
      queue?.add(event, onEnd);
      return queue !== undefined;
    },
    isIdle,
    /**
     * Resolves once everything that was published, and all that followed from it, has been taken or is a dead letter.
     */
    idle: (): Promise<void> => until(isIdle),
    /** The same for what was published of one tenant, by those who react to it. */
    settled: (tenant: string): Promise<void> => until(() => reacting.every(({ queue }) => queue.isDoneWith(tenant))),
    /** Takes nothing new and waits for what is being worked on; the rest comes again at the next start. */
    stop: async (): Promise<void> => {
      for (const { queue } of queues) queue.stop();
      while (queues.some(({ queue }) => queue.isWorking())) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
};
export type LocalBus = ReturnType<typeof createBus>;
