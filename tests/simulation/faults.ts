import type { Chance } from './chance.ts';

/** What can go wrong at each kind of I/O boundary (reliability: the fault alphabet). */
export const alphabet = {
  /** Reads of the table by key, and consistent queries. */
  read: ['throttle', 'server-error', 'timeout-before', 'torn-read', 'unprocessed-keys', 'crash-before'],
  /** Queries of an index, which may lag. */
  query: ['throttle', 'server-error', 'timeout-before', 'stale-read', 'crash-before'],
  write: [
    'throttle',
    'server-error',
    'timeout-before',
    'timeout-after',
    'conflict',
    'in-progress',
    'mixed-reasons',
    'crash-before',
    'crash-after',
  ],
  /** Payment provider, archive, carrier, airports. */
  outside: ['server-error', 'timeout-before', 'timeout-after', 'crash-before', 'crash-after'],
  secret: ['secret-unavailable'],
  publish: ['partial-publish', 'timeout-after'],
  /** An operation record on its way from the stream to the bus. */
  stream: ['lost-event'],
  /** An event on its way from the bus to a subscriber, and a webhook on its way to us. */
  delivery: ['duplicate-delivery', 'dropped-delivery', 'late-delivery'],
  /** A new instance, whose wall clock may be off. */
  instance: ['clock-skew'],
  /** Time that passes all at once. */
  time: ['clock-jump'],
  /** What takes our events at a partner's. */
  partner: ['partner-refuses', 'partner-hangs', 'partner-answers-late'],
  /** What takes webhooks at a partner's. */
  webhook: [
    'receiver-hangs',
    'receiver-redirects',
    'receiver-gone',
    'receiver-busy',
    'receiver-fails',
    'receiver-closes-early',
    'receiver-answers-endlessly',
    'crash-before',
    'crash-after',
  ],
} as const;

export type Boundary = keyof typeof alphabet;
export type FaultKind = (typeof alphabet)[Boundary][number];
/** A fault where it was injected, as it is counted: `write timeout-after`. */
export type FaultName = `${Boundary} ${FaultKind}`;

export const allFaults = (Object.keys(alphabet) as Boundary[]).flatMap((boundary) =>
  alphabet[boundary].map((kind): FaultName => `${boundary} ${kind}`),
);

/** Decides at every I/O boundary whether something goes wrong there. */
export type Injector = {
  readonly at: (boundary: Boundary, possible?: (kind: FaultKind) => boolean) => FaultKind | undefined;
  readonly counts: ReadonlyMap<FaultName, number>;
  /** Tells of each fault as it is injected, for the story. */
  readonly listen: (hear: (name: FaultName) => void) => void;
  /** From now on nothing goes wrong any more: what is owed must come. */
  readonly heal: () => void;
};

/** How likely a fault is at one boundary; each seed has one rate, from a quiet day to the worst. */
const rates = [0, 0.01, 0.03, 0.08, 0.2, 0.45];

const counter = () => {
  const counts = new Map<FaultName, number>();
  let hear: (name: FaultName) => void = () => {};
  const count = (boundary: Boundary, kind: FaultKind): FaultKind => {
    counts.set(`${boundary} ${kind}`, (counts.get(`${boundary} ${kind}`) ?? 0) + 1);
    hear(`${boundary} ${kind}`);
    return kind;
  };
  const listen = (listener: typeof hear): void => {
    hear = listener;
  };
  return { counts, count, listen };
};

/** Faults by chance, without the kinds that are left out to find the smallest story. */
export const randomFaults = (chance: Chance, without: ReadonlySet<string> = new Set()): Injector => {
  const { counts, count, listen } = counter();
  let rate = chance.pick(rates);
  return {
    ...{ counts, listen },
    at: (boundary, possible = () => true) => {
      if (!chance.happens(rate)) return undefined;
      const kinds: readonly FaultKind[] = alphabet[boundary];
      const kind = chance.pick(kinds);
      return possible(kind) && !without.has(`${boundary} ${kind}`) ? count(boundary, kind) : undefined;
    },
    heal: () => {
      rate = 0;
    },
  };
};

/** Boundaries at which our own process talks to somebody: the points at which it can die or lose an answer. */
const ioBoundaries: ReadonlySet<Boundary> = new Set([
  'read',
  'query',
  'write',
  'outside',
  'secret',
  'publish',
  'webhook',
]);

/** Planned faults, each at the n-th I/O boundary after they are armed; everything else goes well. */
export const plannedFaults = (plan: ReadonlyMap<number, FaultKind>) => {
  const { counts, count, listen } = counter();
  const passed: Boundary[] = [];
  let armed = false;
  const injector: Injector = {
    ...{ counts, listen },
    at: (boundary) => {
      if (!armed || !ioBoundaries.has(boundary)) return undefined;
      passed.push(boundary);
      const kind = plan.get(passed.length - 1);
      return kind === undefined ? undefined : count(boundary, kind);
    },
    heal: () => {
      armed = false;
    },
  };
  const arm = (): void => {
    armed = true;
  };
  return { injector, passed: passed as readonly Boundary[], arm };
};
