import { describe, expect, it } from 'vitest';
import type { EndpointEvent } from '../../../domain/webhooks/events.ts';
import { evolveEndpoint } from '../../../domain/webhooks/evolve-endpoint.ts';
import type { Endpoint } from '../../../domain/webhooks/schema.ts';
import { anEndpoint, aReplay, aSecret, idOf, now, url } from './samples.ts';

const own = { endpointId: idOf('whe'), at: now };
const ofReplay = { endpointId: idOf('whe'), replayId: idOf('rpl') };
const told = (before: Endpoint, ...events: readonly EndpointEvent[]): Endpoint => events.reduce(evolveEndpoint, before);
const early = '2026-11-20T00:00:00.000Z';
const late = '2026-11-21T00:00:00.000Z';

describe('evolveEndpoint', () => {
  it('begins with its making', () => {
    const data = { endpointId: idOf('whe'), url, types: [], payload: 'full', slot: 'slot-1', createdAt: now } as const;
    const made = { type: 'endpoint.created', data: { ...data, secretId: idOf('whs') } } as const;
    expect(evolveEndpoint(undefined, made)).toEqual(anEndpoint());
    expect(() => evolveEndpoint(undefined, { type: 'endpoint.enabled', data: own })).toThrow('never made');
  });
  it('changes whole: a name that is not told any more is gone', () => {
    const data = { ...own, url: 'https://new.example/', types: ['policy.bound'], payload: 'thin' } as const;
    const after = told(anEndpoint({ name: 'Old' }), { type: 'endpoint.changed', data });
    expect(after).toEqual(anEndpoint({ url: 'https://new.example/', types: ['policy.bound'], payload: 'thin' }));
  });
  it('fails since the first time, and may have missed the earliest of what was named', () => {
    const failing = (missedFrom: string, at = now): EndpointEvent => ({
      type: 'endpoint.failing',
      data: { ...own, at, missedFrom },
    });
    const after = told(anEndpoint(), failing(late), failing(early, '2026-11-24T00:00:00.000Z'), failing(late));
    expect([after.failingSince, after.missedFrom]).toEqual([now, early]);
  });
  it('learns that it has missed more, and is nothing else for it', () => {
    const off = anEndpoint({ status: 'disabled', missedFrom: late });
    const missed = { type: 'endpoint.missed', data: { ...own, missedFrom: early } } as const;
    expect(told(off, missed)).toEqual({ ...off, missedFrom: early });
  });
  it('is well again, but still knows what it has missed', () => {
    const failing = anEndpoint({ failingSince: now, missedFrom: early });
    const after = told(failing, { type: 'endpoint.recovered', data: own });
    expect([after.failingSince, after.missedFrom]).toEqual([undefined, early]);
  });
  it('is disabled with a reason, and enabled without one', () => {
    const data = { ...own, reason: 'failing', missedFrom: early } as const;
    const disabled = told(anEndpoint({ failingSince: now }), { type: 'endpoint.disabled', data });
    expect(disabled).toMatchObject({ status: 'disabled', disabledFor: 'failing', disabledAt: now, missedFrom: early });
    const enabled = told(disabled, { type: 'endpoint.enabled', data: own });
    expect(enabled).toEqual(anEndpoint({ missedFrom: early }));
  });
  it('turns its secrets', () => {
    const secret = { ...own, secretId: idOf('whs', 2) };
    const two = told(anEndpoint(), { type: 'endpoint.secret-added', data: secret });
    expect(two.secrets).toEqual([aSecret(1), aSecret(2)]);
    const one = told(two, { type: 'endpoint.secret-retired', data: { ...secret, secretId: idOf('whs', 1) } });
    expect(one.secrets).toEqual([aSecret(2)]);
  });
  it('keeps no secret once it is deleted', () => {
    const after = told(anEndpoint(), { type: 'endpoint.deleted', data: own });
    expect([after.status, after.secrets]).toEqual(['deleted', []]);
  });
  it('follows a replay, and has missed nothing any more when one of what was missed has ended', () => {
    const window = { from: early, to: now };
    const asked = {
      type: 'endpoint.replay-requested',
      data: { ...ofReplay, missed: true, ...window, at: now },
    } as const;
    const progress = { position: 9, looked: 9, sent: 2 };
    const moved = { type: 'endpoint.replay-advanced', data: { ...ofReplay, ...progress } } as const;
    const ended = { type: 'endpoint.replay-ended', data: { ...ofReplay, ...progress, at: now } } as const;
    const running = told(anEndpoint({ missedFrom: early }), asked, moved);
    expect(running.replay).toEqual(aReplay({ missed: true, ...window, ...progress }));
    expect(told(running, ended)).toMatchObject({ replay: { status: 'ended', endedAt: now } });
    expect(told(running, ended).missedFrom).toBeUndefined();
    const failing = { type: 'endpoint.failing', data: { ...own, missedFrom: early } } as const;
    expect(told(running, failing, ended).missedFrom).toBe(early);
    expect(() => evolveEndpoint(anEndpoint(), moved)).toThrow('without a replay');
  });
});
