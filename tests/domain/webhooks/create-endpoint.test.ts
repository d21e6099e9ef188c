import { describe, expect, it } from 'vitest';
import { createEndpoint, endpointsMax } from '../../../domain/webhooks/create-endpoint.ts';
import { anEndpoint, idOf, now, rules, url } from './samples.ts';

const slots = Array.from({ length: 8 }, (_, at) => `slot-${at + 1}`);
const made = (taken: number) => ({
  endpointId: idOf('whe'),
  secretId: idOf('whs'),
  slots,
  holders: slots.map((_slot, at) => (at < taken ? idOf('whe', 90 + at) : undefined)),
});
const wished = { url, types: ['policy.bound'], payload: 'thin' as const };
const given = { now, rules };

describe('createEndpoint', () => {
  it('takes the first free place, with its first secret', () => {
    const data = { endpointId: idOf('whe'), ...wished, slot: 'slot-4', secretId: idOf('whs'), createdAt: now };
    expect(createEndpoint(undefined, wished, made(3), given)).toMatchObject({
      value: { events: [{ type: 'endpoint.created', data }], holds: ['slot-4'] },
    });
  });
  it('fills a place that somebody has left, before those that were never taken', () => {
    const { holders, ...rest } = made(3);
    const left = holders.map((holder, at) => (at === 1 ? undefined : holder));
    expect(createEndpoint(undefined, wished, { ...rest, holders: left }, given)).toMatchObject({
      value: { holds: ['slot-2'] },
    });
  });
  it('takes the eighth, and refuses a ninth', () => {
    expect(endpointsMax).toBe(8);
    expect(createEndpoint(undefined, wished, made(7), given)).toMatchObject({ value: { holds: ['slot-8'] } });
    expect(createEndpoint(undefined, wished, made(8), given)).toMatchObject({ code: 'too-many-endpoints' });
  });
  it('gives a bus no secret', () => {
    const bus = {
      eventBusArn: 'arn:aws:events:eu-central-1:111122223333:event-bus/x',
      types: [],
      payload: 'full',
    } as const;
    const decision = createEndpoint(undefined, bus, made(0), given);
    expect(decision.ok && decision.value.events[0]?.data.secretId).toBeUndefined();
  });
  it('refuses an address that leads inside', () => {
    const inside = { ...wished, url: 'https://169.254.169.254/latest' };
    expect(createEndpoint(undefined, inside, made(0), given)).toMatchObject({ code: 'target-refused' });
  });
  it('refuses an id that stands', () => {
    expect(createEndpoint(anEndpoint(), wished, made(0), given)).toMatchObject({ code: 'endpoint-state-refuses' });
  });
});
