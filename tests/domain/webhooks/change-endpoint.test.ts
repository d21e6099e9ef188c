import { describe, expect, it } from 'vitest';
import { changeEndpoint } from '../../../domain/webhooks/change-endpoint.ts';
import { evolveEndpoint } from '../../../domain/webhooks/evolve-endpoint.ts';
import { anEndpoint, now, rules, url } from './samples.ts';

const given = { now, rules };
const named = anEndpoint({ name: 'Orders', types: ['policy.bound'] });

describe('changeEndpoint', () => {
  it('changes what is given and keeps the rest', () => {
    const decision = changeEndpoint(named, { types: [] }, given);
    const [event] = decision.ok ? decision.value.events : [];
    if (event === undefined) throw new Error('It was refused.');
    expect(event.data).toMatchObject({ name: 'Orders', url, types: [], payload: 'full', at: now });
    expect(evolveEndpoint(named, event)).toEqual({ ...named, types: [] });
  });
  it('moves a disabled endpoint too, for that is how it is mended', () => {
    const moved = changeEndpoint(anEndpoint({ status: 'disabled' }), { url: 'https://new.example/' }, given);
    expect(moved).toMatchObject({ value: { events: [{ data: { url: 'https://new.example/' } }] } });
  });
  it('changes nothing where everything stands so already', () => {
    expect(changeEndpoint(named, { url, name: 'Orders' }, given)).toEqual({
      ok: true,
      value: { events: [], postings: [] },
    });
  });
  it('makes no bus of a URL', () => {
    const eventBusArn = 'arn:aws:events:eu-central-1:111122223333:event-bus/x';
    expect(changeEndpoint(named, { eventBusArn }, given)).toMatchObject({ code: 'target-refused' });
  });
  it('refuses an address that leads inside, and an endpoint that is deleted', () => {
    expect(changeEndpoint(named, { url: 'https://10.0.0.1/' }, given)).toMatchObject({ code: 'target-refused' });
    const deleted = anEndpoint({ status: 'deleted' });
    expect(changeEndpoint(deleted, { types: [] }, given)).toMatchObject({ code: 'endpoint-state-refuses' });
  });
});
