import { describe, expect, it } from 'vitest';
import { deleteEndpoint, disableEndpoint, enableEndpoint } from '../../../domain/webhooks/switch-endpoint.ts';
import { anEndpoint, idOf, now } from './samples.ts';

const wall = '2026-11-23T07:30:00.000Z';
const disabled = anEndpoint({ status: 'disabled' });
const deleted = anEndpoint({ status: 'deleted' });

describe('disableEndpoint', () => {
  it('stops at its owner’s wish; what is recorded from then on is missed', () => {
    const data = { endpointId: idOf('whe'), at: now, reason: 'asked', missedFrom: wall };
    expect(disableEndpoint(anEndpoint(), { now, wall })).toMatchObject({ value: { events: [{ data }] } });
  });
  it('refuses one that is disabled or deleted', () => {
    for (const one of [disabled, deleted])
      expect(disableEndpoint(one, { now, wall })).toMatchObject({ code: 'endpoint-state-refuses' });
  });
});

describe('enableEndpoint', () => {
  it('goes on', () => {
    const data = { endpointId: idOf('whe'), at: now };
    expect(enableEndpoint(disabled, { now })).toMatchObject({
      value: { events: [{ type: 'endpoint.enabled', data }] },
    });
  });
  it('refuses one that is enabled or deleted', () => {
    for (const one of [anEndpoint(), deleted])
      expect(enableEndpoint(one, { now })).toMatchObject({ code: 'endpoint-state-refuses' });
  });
});

describe('deleteEndpoint', () => {
  it('frees the place', () => {
    for (const one of [anEndpoint(), disabled])
      expect(deleteEndpoint(one, { now })).toMatchObject({ value: { releases: ['slot-1'] } });
  });
  it('happens once', () => {
    expect(deleteEndpoint(deleted, { now })).toMatchObject({ code: 'endpoint-state-refuses' });
  });
});
