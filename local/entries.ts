import type { Capability } from '../functions/_kit/contract.ts';
import { entryIn } from '../functions/_kit/entry-in.ts';
import type { Endpoint, Schedule, Subscriber } from '../functions/_kit/implement.ts';
import { entryFileOf, loadCapabilities } from '../functions/_kit/load-capabilities.ts';

export type Entries = {
  readonly capabilities: readonly Capability[];
  readonly endpoints: readonly Endpoint[];
  readonly subscribers: readonly Subscriber[];
  readonly schedules: readonly Schedule[];
};

const root = new URL('..', import.meta.url);

const load = async <E extends { readonly contract: object }>(
  { name }: Capability,
  contracts: Readonly<Record<string, { readonly id: string }>>,
): Promise<readonly E[]> =>
  Promise.all(
    Object.values(contracts).map(async ({ id }) => entryIn<E>(await import(new URL(entryFileOf(name, id), root).href))),
  );

const all = async <E>(
  capabilities: readonly Capability[],
  of: (one: Capability) => Promise<readonly E[]>,
): Promise<readonly E[]> => (await Promise.all(capabilities.map(of))).flat();

/** Every entry of every capability, bound to its contract: what the cloud deploys, this machine runs. */
export const loadEntries = async (): Promise<Entries> => {
  const capabilities = await loadCapabilities();
  return {
    capabilities,
    endpoints: await all(capabilities, (one) => load<Endpoint>(one, one.endpoints)),
    subscribers: await all(capabilities, (one) => load<Subscriber>(one, one.subscribers)),
    schedules: await all(capabilities, (one) => load<Schedule>(one, one.schedules)),
  };
};
