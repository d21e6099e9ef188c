import type { EndpointEvent, ReplayMoved } from './events.ts';
import type { Endpoint } from './schema.ts';

const earlier = (a: string, b: string | undefined): string => (b !== undefined && b < a ? b : a);

const moved = (before: Endpoint, { type, data }: ReplayMoved): Endpoint => {
  if (before.replay === undefined) throw new Error(`${type} on an endpoint without a replay.`);
  const { position, looked, sent } = data;
  const replay = { ...before.replay, position, looked, sent };
  if (type === 'endpoint.replay-advanced') return { ...before, replay };
  const ended = { ...before, replay: { ...replay, status: 'ended' as const, endedAt: data.at } };
  if (!replay.missed || before.failingSince !== undefined || before.status === 'disabled') return ended;
  // What had been missed has been found: the next time begins anew.
  const { missedFrom: _found, ...rest } = ended;
  return rest;
};

const failed = (
  before: Endpoint,
  event: Extract<EndpointEvent, { type: 'endpoint.failing' | 'endpoint.disabled' | 'endpoint.missed' }>,
) => {
  const missedFrom = earlier(event.data.missedFrom, before.missedFrom);
  const { at } = event.data;
  if (event.type === 'endpoint.missed') return { ...before, missedFrom };
  if (event.type === 'endpoint.failing') return { ...before, missedFrom, failingSince: before.failingSince ?? at };
  return { ...before, missedFrom, status: 'disabled' as const, disabledFor: event.data.reason, disabledAt: at };
};

/** An endpoint that is well, or begins anew. */
const well = ({ failingSince: _failing, disabledFor: _reason, disabledAt: _at, ...rest }: Endpoint): Endpoint => rest;

const onSecrets = (
  before: Endpoint,
  { type, data }: Extract<EndpointEvent, { type: 'endpoint.secret-added' | 'endpoint.secret-retired' }>,
): Endpoint => {
  const { secretId, at: addedAt } = data;
  const others = before.secrets.filter((secret) => secret.secretId !== secretId);
  return { ...before, secrets: type === 'endpoint.secret-added' ? [...others, { secretId, addedAt }] : others };
};

/** What is changed is told whole, so an address or a name that is left out is gone. */
const changed = (before: Endpoint, target: object): Endpoint => {
  const { name: _name, url: _url, eventBusArn: _bus, ...rest } = before;
  return { ...rest, ...target };
};

/** Folds an endpoint's events. It is there from its making on, so any other first event is a bug. */
export const evolveEndpoint = (before: Endpoint | undefined, event: EndpointEvent): Endpoint => {
  if (event.type === 'endpoint.created') {
    const { secretId, ...made } = event.data;
    const secrets = secretId === undefined ? [] : [{ secretId, addedAt: made.createdAt }];
    return { ...made, status: 'enabled', secrets };
  }
  if (before === undefined) throw new Error(`${event.type} on an endpoint that was never made.`);
  switch (event.type) {
    case 'endpoint.changed': {
      const { endpointId: _own, at: _at, ...target } = event.data;
      return changed(before, target);
    }
    case 'endpoint.missed':
    case 'endpoint.failing':
    case 'endpoint.disabled':
      return failed(before, event);
    case 'endpoint.enabled':
      return { ...well(before), status: 'enabled' };
    case 'endpoint.recovered':
      return well(before);
    case 'endpoint.deleted':
      return { ...before, status: 'deleted', secrets: [] };
    case 'endpoint.secret-added':
    case 'endpoint.secret-retired':
      return onSecrets(before, event);
    case 'endpoint.replay-requested': {
      const { endpointId: _own, at: requestedAt, ...asked } = event.data;
      const begun = { status: 'running', position: 0, looked: 0, sent: 0 } as const;
      return { ...before, replay: { ...asked, ...begun, requestedAt } };
    }
    default:
      return moved(before, event);
  }
};
