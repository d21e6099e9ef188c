/** What waits for each subscriber, and since when: the age of the oldest is what SQS says of a queue. */
export const waitingLine = (now: () => number) => {
  const begun = new Map<string, Set<{ readonly since: number }>>();
  return {
    /** Something came for a subscriber; what is given back is called once it is done with. */
    begin: (subscriber: string): (() => void) => {
      const waiting = begun.get(subscriber) ?? new Set();
      begun.set(subscriber, waiting);
      const one = { since: now() };
      waiting.add(one);
      return () => void waiting.delete(one);
    },
    /** For how long the oldest has waited; 0 where nothing does. */
    oldestMs: (subscriber: string, at: number): number => {
      const [first] = begun.get(subscriber) ?? [];
      return first === undefined ? 0 : Math.max(0, at - first.since);
    },
  };
};
export type WaitingLine = ReturnType<typeof waitingLine>;
