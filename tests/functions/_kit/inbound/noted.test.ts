import { describe, expect, it } from 'vitest';
import { noted, viewOfEntry } from '../../../../functions/_kit/inbound/noted.ts';
import type { StoredInboxEntry } from '../../../../functions/_kit/inbound/schema.ts';

const at = '2026-11-23T08:01:00.000Z';
const fresh: StoredInboxEntry = {
  ...{ v: 1, entryId: `inb_${'0'.repeat(26)}`, provider: 'stripe', status: 'received', processed: 0 },
  ...{ receivedAt: '2026-11-23T08:00:00.000Z', sealed: 'sealed' },
};

describe('noted', () => {
  it('says what became of it, when, and how often it was tried', () => {
    const once = noted(fresh, { status: 'failed', outcome: 'internal' }, fresh.receivedAt);
    expect(noted(once, { status: 'done', outcome: 'applied' }, at)).toEqual({
      ...fresh,
      ...{ status: 'done', outcome: 'applied', processed: 2, processedAt: at },
    });
  });
  it('leaves done what is done, and counts the attempt', () => {
    const done = noted(fresh, { status: 'done', outcome: 'applied' }, fresh.receivedAt);
    const after = noted(done, { status: 'failed', outcome: 'internal' }, at);
    expect(after).toMatchObject({ status: 'done', outcome: 'applied', processed: 2, processedAt: at });
  });
  it('takes up what kind of event it is, once that can be read', () => {
    const event = { id: 'evt_0001', type: 'payment_intent.succeeded' };
    expect(noted(fresh, { status: 'done', outcome: 'applied', event }, at)).toMatchObject({
      eventId: 'evt_0001',
      type: 'payment_intent.succeeded',
    });
  });
});

describe('viewOfEntry', () => {
  it('shows no body, not even sealed', () => {
    const { v: _v, sealed: _sealed, ...told } = fresh;
    expect(viewOfEntry(fresh)).toEqual(told);
  });
});
