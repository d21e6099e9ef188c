import { type CloudEvent, cloudEventsOf } from '../../../../functions/_kit/cloud-event.ts';
import type { Subscriber } from '../../../../functions/_kit/implement.ts';
import type { Platform } from '../../../../functions/_kit/platform.ts';
import { react } from '../../../../functions/_kit/react.ts';
import { readRecord } from '../../../../functions/_storage/codec.ts';
import type { Change } from '../../../../local/engine/table.ts';
import { loadEntries } from '../../../../local/entries.ts';
import { type Draft, type Wire, wireOf } from '../request.ts';
import type { Base } from './bases.ts';
import type { Answered } from './door.ts';

type Json = Readonly<Record<string, unknown>>;

/** Those that work on what commands said, with nothing of the outside but mail and webhooks. */
const working = ['adjudicateClaim', 'notifyCustomers', 'raiseAlerts', 'applyUnmatchedMoney', 'deliverWebhooks'];

export const subscribersOf = async (): Promise<readonly Subscriber[]> => {
  const { subscribers } = await loadEntries();
  const found = subscribers.filter(({ contract }) => working.includes(contract.id));
  if (found.length !== working.length) throw new Error('A subscriber is called something else now.');
  return found;
};

const eventsIn = (changes: readonly Change[]): readonly CloudEvent[] =>
  changes.flatMap(({ key, before, after }) =>
    before === undefined && after !== undefined && key.sk.startsWith('OP#')
      ? cloudEventsOf(readRecord(after).record)
      : [],
  );

/** Delivers what a command said; answers what a subscriber could not take. */
export const delivered = async (
  changes: readonly Change[],
  subscribers: readonly Subscriber[],
  platform: Platform,
): Promise<readonly string[]> => {
  const failures: string[] = [];
  for (const event of eventsIn(changes)) {
    for (const subscriber of subscribers.filter(({ contract }) => isFor(contract.on, event)))
      await react(subscriber, event, platform).catch((thrown: unknown) => {
        const why = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
        failures.push(`${subscriber.contract.id} cannot take ${event.type}: ${why.slice(0, 1_500)}`);
      });
  }
  return failures;
};
const isFor = (on: readonly string[], { type }: CloudEvent): boolean => on.includes(type);

const idsIn = (value: unknown): Json =>
  Object.fromEntries(
    Object.entries(Object(value) as Json).filter(([name, id]) => name.endsWith('Id') && typeof id === 'string'),
  );

const namesIn = (path: string): readonly string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

const isLedTo = ({ endpoint: { contract } }: Base, capability: string, ids: Json): boolean =>
  contract.method === 'GET' &&
  contract.capability === capability &&
  namesIn(contract.path).every((name) => name in ids) &&
  contract.caller !== 'public';

/** The reads of the same capability that show what a command has made or changed, or list it. */
export const readsAfter = (bases: readonly Base[], { endpoint, params, body }: Answered): readonly Wire[] => {
  if (endpoint === undefined) return [];
  const ids = { ...params, ...idsIn(JSON.parse(body)) };
  const { capability } = endpoint.contract;
  return bases
    .filter((base) => isLedTo(base, capability, ids))
    .map(({ draft, endpoint: { contract } }): Draft => {
      const own = namesIn(contract.path).map((name) => [name, String(ids[name])]);
      return { ...draft, params: Object.fromEntries(own) };
    })
    .map(wireOf);
};
