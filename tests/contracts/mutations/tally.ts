import type { Fault } from './checks/answers.ts';

/** A request that broke a rule, with what is needed to see it again. */
export type Finding = {
  readonly seed: number;
  readonly number: number;
  readonly operation: string;
  /** The operation that the whole run was about, where it was about one. */
  readonly about: string | undefined;
  /** What was done to it, as sentences; as little as still breaks the rule. */
  readonly steps: readonly string[];
  readonly faults: readonly Fault[];
  readonly request: string;
  readonly answer: string;
};

/** What a run did: plain data, so that it can come from a thread of its own. */
export type Tally = {
  requests: number;
  repeated: number;
  wrote: number;
  digest: number;
  readonly statuses: Map<number, number>;
  readonly operations: Map<string, { asked: number; done: number }>;
  /** How often each mutator was applied, and how often that made another request of it. */
  readonly mutators: Map<string, { applied: number; changed: number }>;
  readonly places: Set<string>;
  readonly findings: Finding[];
};

export const emptyTally = (): Tally => ({
  ...{ requests: 0, repeated: 0, wrote: 0, digest: 0 },
  ...{ statuses: new Map(), operations: new Map(), mutators: new Map(), places: new Set(), findings: [] },
});

export const addTally = (to: Tally, from: Tally): void => {
  to.requests += from.requests;
  to.repeated += from.repeated;
  to.wrote += from.wrote;
  to.digest = (to.digest + from.digest) >>> 0;
  for (const [status, count] of from.statuses) to.statuses.set(status, (to.statuses.get(status) ?? 0) + count);
  for (const [name, { asked, done }] of from.operations) {
    const { asked: before, done: doneBefore } = to.operations.get(name) ?? { asked: 0, done: 0 };
    to.operations.set(name, { asked: before + asked, done: doneBefore + done });
  }
  for (const [id, { applied, changed }] of from.mutators) {
    const { applied: before, changed: changedBefore } = to.mutators.get(id) ?? { applied: 0, changed: 0 };
    to.mutators.set(id, { applied: before + applied, changed: changedBefore + changed });
  }
  for (const place of from.places) to.places.add(place);
  to.findings.push(...from.findings);
};

const mutatorsMin = 120;
/** How many requests each mutator has to change in a run that is long enough to ask for it. */
const changedMin = 5;
const longEnough = 50_000;

/** What a run of some length has to have done, so that it means something. */
export const deadParts = (tally: Tally, mutators: readonly string[], operations: readonly string[]): string[] => {
  if (tally.requests < longEnough) return [];
  const idle = mutators.filter((id) => (tally.mutators.get(id)?.changed ?? 0) < changedMin);
  const unasked = operations.filter((id) => (tally.operations.get(id)?.asked ?? 0) === 0);
  const undone = operations.filter((id) => (tally.operations.get(id)?.done ?? 0) === 0);
  return [
    ...(mutators.length < mutatorsMin ? [`There are ${mutators.length} mutators; the least is ${mutatorsMin}.`] : []),
    ...idle.map((id) => `The mutator ${id} changed fewer than ${changedMin} requests.`),
    ...unasked.map((id) => `The operation ${id} was never asked.`),
    ...undone.map((id) => `The operation ${id} never did what it is for.`),
  ];
};

export const linesOf = (tally: Tally, pairs: number, seconds: number): string[] => {
  const { requests, repeated, wrote, operations, places, mutators, digest } = tally;
  const statuses = [...tally.statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
  return [
    [
      `${requests} requests (${repeated} sent twice, ${wrote} wrote)`,
      `${operations.size} operations, ${places.size} places, ${mutators.size} mutators, ${pairs} pairs`,
      ...[`statuses ${statuses.join(', ')}`, `digest ${digest.toString(16)}`, `${seconds.toFixed(0)} s`],
    ].join('; '),
  ];
};

/** A finding, in words. */
export const storyOf = ({ seed, number, operation, about, steps, faults, request, answer }: Finding): string =>
  [
    `${operation}, request ${number}: ${faults.map(({ rule, what }) => `${rule} is broken: ${what}`).join('\n  ')}`,
    ...steps.map((step) => `  ${step}`),
    `  asked: ${request}`,
    `  answered: ${answer}`,
    `  again: npm run mutate -- --seed ${seed} --only ${number}${about === undefined ? '' : ` --operation ${about}`}`,
  ].join('\n');
