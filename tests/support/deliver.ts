import { type CloudEvent, cloudEventsOf } from '../../functions/_kit/cloud-event.ts';
import type { Subscriber } from '../../functions/_kit/implement.ts';
import { react } from '../../functions/_kit/react.ts';
import { readRecord } from '../../functions/_storage/codec.ts';
import type { aWorld } from './world.ts';

type World = Awaited<ReturnType<typeof aWorld>>;

/**
 * Stands for the bus: hears every operation record that the table commits from now on, and keeps its events until they
 * are delivered. Begin it before the commands whose events matter.
 */
export const deliver = (world: World, subscribers: readonly Subscriber[]) => {
  const waiting: CloudEvent[] = [];
  const published: CloudEvent[] = [];
  world.engine.onCommit((changes) => {
    for (const { before, after } of changes) {
      if (before !== undefined || after === undefined || !String(after['sk']).startsWith('OP#')) continue;
      const events = cloudEventsOf(readRecord(after).record);
      waiting.push(...events);
      published.push(...events);
    }
  });

  const give = async (event: CloudEvent): Promise<void> => {
    const takers = subscribers.filter(({ contract }) => (contract.on as readonly string[]).includes(event.type));
    for (const taker of takers) await react(taker, event, world.platform);
  };

  /** Delivers until nothing waits; what the subscribers commit is delivered too. A failure leaves its event waiting. */
  const untilQuiet = async (): Promise<void> => {
    for (let [event] = waiting; event !== undefined; [event] = waiting) {
      await give(event);
      waiting.shift();
    }
  };

  return {
    untilQuiet,
    /** Gives one event once more, as a bus may do at any time. */
    again: give,
    /** Everything that was published so far, of one type if it is named. */
    published: (type?: string): readonly CloudEvent[] =>
      published.filter((event) => type === undefined || event.type === type),
  };
};
