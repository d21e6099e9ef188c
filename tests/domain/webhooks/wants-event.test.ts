import { describe, expect, it } from 'vitest';
import { isTold, wantsEvent } from '../../../domain/webhooks/wants-event.ts';
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
