import { describe, expect, it } from 'vitest';
import { type EndpointCommand, type EndpointState, endpointAllows } from '../../../domain/webhooks/lifecycle.ts';

const commands: readonly EndpointCommand[] = [
  ...(['create', 'change', 'add-secret', 'retire-secret', 'disable', 'enable'] as const),
  ...(['delete', 'ping', 'send', 'replay'] as const),
];
const allowed: Readonly<Record<EndpointState, readonly EndpointCommand[]>> = {
  none: ['create'],
  enabled: ['change', 'add-secret', 'retire-secret', 'disable', 'delete', 'ping', 'send', 'replay'],
  disabled: ['change', 'add-secret', 'retire-secret', 'enable', 'delete', 'ping'],
  deleted: [],
};

describe('the lifecycle of an endpoint', () => {
  it.each(Object.keys(allowed) as EndpointState[])('allows exactly what its table says when %s', (state) => {
    expect(commands.filter((command) => endpointAllows(state, command))).toEqual(allowed[state]);
  });
});
