import { endpointsMax } from '../../domain/webhooks/create-endpoint.ts';

type Naming = { keyed(name: string, value: string): string };

/** The tenant’s eight places for endpoints, as unique keys: who holds one is an endpoint, in one consistent read. */
export const slotsOf = (ports: Naming): readonly string[] =>
  Array.from({ length: endpointsMax }, (_, at) => ports.keyed('webhook slot', String(at + 1)));

export const isHeld = (holder: string | undefined): holder is string => holder !== undefined;
