import { describe, expect, it } from 'vitest';
import { isTold, missedBy, wantsEvent } from '../../../domain/webhooks/wants-event.ts';
import { anEndpoint, idOf } from './samples.ts';

const bound = { type: 'policy.bound', subject: idOf('pol') };

describe('what an endpoint is told', () => {
  it('is everything where it has no filter', () => expect(wantsEvent(anEndpoint(), bound)).toBe(true));
  it('is what its filter names', () => {
    const picky = anEndpoint({ types: ['policy.cancelled', 'policy.bound'] });
    expect(wantsEvent(picky, bound)).toBe(true);
    expect(wantsEvent(picky, { ...bound, type: 'policy.on-risk' })).toBe(false);
  });
  it('is nothing while it is disabled or deleted', () => {
    for (const status of ['disabled', 'deleted'] as const)
      expect(wantsEvent(anEndpoint({ status }), bound)).toBe(false);
  });
  it('is never about itself, but about others', () => {
    const type = 'endpoint.disabled';
    expect(wantsEvent(anEndpoint(), { type, subject: idOf('whe') })).toBe(false);
    expect(wantsEvent(anEndpoint(), { type, subject: idOf('whe', 2) })).toBe(true);
  });
  it.each([
    'operation.recorded',
    'endpoint.failing',
    'endpoint.recovered',
    'endpoint.replay-requested',
    'endpoint.replay-advanced',
    'endpoint.replay-ended',
  ])('is never %s, so that no delivery makes another', (type) => {
    expect(isTold(type)).toBe(false);
    expect(wantsEvent(anEndpoint({ types: [type] }), { ...bound, type })).toBe(false);
  });
});

describe('what a switched-off endpoint misses by an event that comes late', () => {
  const now = '2026-11-23T12:00:00.000Z';
  const missedFrom = '2026-11-23T10:00:00.000Z';
  const off = anEndpoint({ status: 'disabled', missedFrom });
  const late = { ...bound, time: '2026-11-23T09:59:59.999Z' };
  it('is news where it was recorded before the endpoint was switched off', () => {
    const data = { endpointId: idOf('whe'), at: now, missedFrom: late.time };
    expect(missedBy(off, late, now)).toEqual([{ type: 'endpoint.missed', data }]);
  });
  it('is known where it was recorded since', () => {
    expect(missedBy(off, { ...bound, time: missedFrom }, now)).toEqual([]);
  });
  it('is nothing where the endpoint is told, gone, or wants something else', () => {
    for (const status of ['enabled', 'deleted'] as const) expect(missedBy({ ...off, status }, late, now)).toEqual([]);
    expect(missedBy({ ...off, types: ['claim.paid'] }, late, now)).toEqual([]);
    expect(missedBy(off, { ...late, subject: idOf('whe') }, now)).toEqual([]);
  });
});
