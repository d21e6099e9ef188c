import type { Endpoint } from './schema.ts';

/** `none` stands for an endpoint that does not exist yet. */
export type EndpointState = 'none' | Endpoint['status'];
export type EndpointCommand =
  | 'create'
  | 'change'
  | 'add-secret'
  | 'retire-secret'
  | 'disable'
  | 'enable'
  | 'delete'
  | 'ping'
  | 'send'
  | 'replay';

/** Where each command leads; elsewhere it is refused. A deleted endpoint never comes back. */
export const endpointLifecycle: Readonly<
  Record<EndpointCommand, { readonly [S in EndpointState]?: Endpoint['status'] }>
> = {
  create: { none: 'enabled' },
  change: { enabled: 'enabled', disabled: 'disabled' },
  'add-secret': { enabled: 'enabled', disabled: 'disabled' },
  'retire-secret': { enabled: 'enabled', disabled: 'disabled' },
  disable: { enabled: 'disabled' },
  enable: { disabled: 'enabled' },
  delete: { enabled: 'deleted', disabled: 'deleted' },
  // A disabled endpoint is tried before it is enabled again.
  ping: { enabled: 'enabled', disabled: 'disabled' },
  send: { enabled: 'enabled' },
  replay: { enabled: 'enabled' },
};

export const endpointAllows = (state: EndpointState, command: EndpointCommand): boolean =>
  endpointLifecycle[command][state] !== undefined;
