import type { CloudEvent } from '../../../functions/_kit/cloud-event.ts';
import type { DeadLetter as Line } from '../../../local/bus/dead-letters.ts';

export const anEvent = (id: string): CloudEvent => ({
  specversion: '1.0',
  id,
  source: '/tenants/shop-a',
  type: 'claim.registered',
  subject: id,
  time: '2026-11-23T08:00:00.000Z',
  datacontenttype: 'application/json',
  dataschema: '/schemas/events/claim.registered.json',
  tenant: 'shop-a',
  sequence: 1,
  requestid: 'req_1',
  data: {},
});

/** An event that a subscriber of this machine gave up. */
export const aLine = (id: string, change: Partial<Line> = {}): Line => ({
  ...{ subscriber: 'adjudicateClaim', attempts: 5, reason: 'no table', at: '2026-11-23T08:00:03.000Z' },
  event: anEvent(id),
  ...change,
});
