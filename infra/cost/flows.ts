import measured from './stories.json' with { type: 'json' };

/** What the calls of one operation took in a story, all of them together. */
export type Called = {
  readonly calls: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly logBytes: number;
};

/** What a story makes the platform do, from the first call to the last subscriber. */
export type Flow = {
  readonly operations: Readonly<Record<string, Called>>;
  readonly records: number;
  /** What happened in these records: each is an event on the bus, beside the record itself. */
  readonly events: number;
  /** Told by the clockwork over the bus. */
  readonly wakeUps: number;
  /** Log bytes of the lines that the audit writes, one for each record. */
  readonly recordedBytes: number;
};

const nothing: Called = { calls: 0, readUnits: 0, writeUnits: 0, logBytes: 0 };

const less = (whole: Called, part: Called): Called => ({
  calls: whole.calls - part.calls,
  readUnits: whole.readUnits - part.readUnits,
  writeUnits: whole.writeUnits - part.writeUnits,
  logBytes: Math.max(0, whole.logBytes - part.logBytes),
});

/** What one story takes beyond another one that it contains. */
export const beyond = (whole: Flow, part: Flow): Flow => ({
  operations: Object.fromEntries(
    Object.entries(whole.operations)
      .map(([operation, called]): [string, Called] => [operation, less(called, part.operations[operation] ?? nothing)])
      .filter(([, { calls }]) => calls > 0),
  ),
  records: whole.records - part.records,
  events: whole.events - part.events,
  wakeUps: whole.wakeUps - part.wakeUps,
  recordedBytes: whole.recordedBytes - part.recordedBytes,
});

const only = (flow: Flow, operation: string): Flow => ({
  operations: { [operation]: flow.operations[operation] ?? nothing },
  ...{ records: 0, events: 0, wakeUps: 0, recordedBytes: 0 },
});

/**
 * Measured on this machine by `tests/journeys/cost`, which holds these numbers: a policy of return freight from its
 * quote to its end, and the same with a claim that is paid.
 */
export const stories: { readonly policy: Flow; readonly claim: Flow } = measured;

const quote = only(stories.policy, 'createQuote');
/** What is priced: one quote; one policy after its quote; and what a claim adds to it. */
export const flows = {
  quote,
  policy: beyond(stories.policy, quote),
  claim: beyond(stories.claim, stories.policy),
} as const satisfies Readonly<Record<string, Flow>>;
