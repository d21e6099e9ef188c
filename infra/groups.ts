import {
  type Capability,
  type EndpointContract,
  kebab,
  type Named,
  type ScheduleContract,
  type SubscriberContract,
} from '../functions/_kit/contract.ts';

type Group<K extends string, C> = {
  readonly kind: K;
  /** The function's name, said by its entries: `policies-partner`, `create-quote`, `on-policy-bound`. */
  readonly name: string;
  readonly entries: readonly Named<C>[];
};
export type HttpGroup = Group<'http', EndpointContract> & { readonly ownFunction: boolean };
export type QueueGroup = Group<'queue', SubscriberContract>;
export type ScheduleGroup = Group<'schedule', ScheduleContract>;

/** Entries that share one Lambda function and so its rights. */
export type FunctionGroup = HttpGroup | QueueGroup | ScheduleGroup;
export type Entry = FunctionGroup['entries'][number];

const functionOf = ({ ownFunction, capability, caller, id }: Named<EndpointContract>): string =>
  ownFunction === true ? kebab(id) : `${capability}-${caller}`;

/** Endpoints of one capability and one kind of caller share a function, unless one asks for its own (design §2, §8). */
const httpGroups = ({ endpoints }: Capability): readonly HttpGroup[] =>
  Object.entries(Object.groupBy(Object.values(endpoints), functionOf)).map(([name, entries = []]) => ({
    kind: 'http',
    name,
    entries,
    ownFunction: entries.some(({ ownFunction }) => ownFunction === true),
  }));

const queueGroups = ({ subscribers }: Capability): readonly QueueGroup[] =>
  Object.values(subscribers).map((entry) => ({ kind: 'queue', name: kebab(entry.id), entries: [entry] }));

const scheduleGroups = ({ schedules }: Capability): readonly ScheduleGroup[] =>
  Object.values(schedules).map((entry) => ({ kind: 'schedule', name: kebab(entry.id), entries: [entry] }));

/**
 * The functions that some capabilities need. A subscriber and a schedule have one each, for each has rights of its own.
 */
export const groupsOf = (capabilities: readonly Capability[]): readonly FunctionGroup[] => {
  const groups = capabilities.flatMap((one) => [...httpGroups(one), ...queueGroups(one), ...scheduleGroups(one)]);
  const twice = groups.find(({ name }, at) => groups.findIndex((other) => other.name === name) !== at);
  if (twice !== undefined) throw new Error(`Two functions are called ${twice.name}: an entry's id is used twice.`);
  return groups;
};
