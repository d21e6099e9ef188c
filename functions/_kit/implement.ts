import type { Instant } from './clock.ts';
import type { CloudEvent } from './cloud-event.ts';
import type { EndpointContract, Named, ScheduleContract, SubscriberContract } from './contract.ts';
import type { CallState, HttpHandler, HttpRequest } from './http/state.ts';
import type { Meter, Platform } from './platform.ts';
import type { Call, Handler, PortsOf } from './ports.ts';

/** An endpoint: its contract, and the function that loads, decides and commits. */
export type Endpoint = {
  readonly contract: Named<EndpointContract>;
  readonly handle: (call: Call<EndpointContract>) => ReturnType<Handler<EndpointContract>>;
  /** For a batch: gives its items to the chain one by one, each to its own endpoint of the same function. */
  readonly runItems?: (
    batch: { readonly call: CallState; readonly event: HttpRequest },
    endpoints: readonly Endpoint[],
    chain: HttpHandler,
  ) => Promise<{ readonly result: unknown; readonly retryAfter: number | undefined }>;
};

/**
 * Binds a handler to its contract. The compiler refuses a handler that touches a port or returns a refusal that the
 * contract does not declare. The widening below is safe: a call is always built from the same contract.
 */
export const implement = <C extends Named<EndpointContract>>(contract: C, handle: Handler<C>): Endpoint => ({
  contract,
  handle: handle as unknown as Endpoint['handle'],
});

export type Reaction<C extends SubscriberContract> = (given: {
  readonly event: CloudEvent;
  readonly tenant: string;
  readonly now: Instant;
  readonly ports: PortsOf<C>;
}) => Promise<void>;

/** Something that happens after an event, at least once and in any order; it may call outside parties. */
export type Subscriber = {
  readonly contract: Named<SubscriberContract>;
  readonly react: Reaction<SubscriberContract>;
  /** For a subscriber of the platform itself, which takes batches and more than one tenant. */
  readonly reactToBatch?: (events: readonly CloudEvent[], platform: Platform) => Promise<readonly string[]>;
};

export const subscribe = <C extends Named<SubscriberContract>>(contract: C, react: Reaction<C>): Subscriber => ({
  contract,
  react: react as unknown as Subscriber['react'],
});

/** A subscriber that takes a whole batch and says which event ids failed. */
export const subscribeBatch = (
  contract: Named<SubscriberContract>,
  reactToBatch: NonNullable<Subscriber['reactToBatch']>,
): Subscriber => ({
  contract,
  react: async () => {
    throw new Error(`${contract.id} takes batches.`);
  },
  reactToBatch,
});

/** Something that happens by the clock, for all tenants. */
export type Schedule = {
  readonly contract: Named<ScheduleContract>;
  readonly run: (platform: Platform, meter: Meter) => Promise<void>;
};

export const schedule = (contract: Named<ScheduleContract>, run: Schedule['run']): Schedule => ({ contract, run });
