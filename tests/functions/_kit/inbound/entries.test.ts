import { describe, expect, it } from 'vitest';
import { findEntry, keepEntry, noteOn } from '../../../../functions/_kit/inbound/entries.ts';
import { listEntries } from '../../../../functions/_kit/inbound/list-entries.ts';
import type { StoredInboxEntry } from '../../../../functions/_kit/inbound/schema.ts';
import type { Inbox } from '../../../../functions/_kit/services.ts';
import { memoryInbox } from '../../../support/inboxes.ts';

const anEntry = (n: number, receivedAt = '2026-11-23T08:00:00.000Z'): StoredInboxEntry => ({
  ...{ v: 1, entryId: `inb_${String(n).padStart(26, '0')}`, provider: 'stripe', status: 'received', processed: 0 },
  ...{ receivedAt, sealed: 'sealed' },
});
const done = { status: 'done', outcome: 'applied', at: '2026-11-23T08:00:01.000Z' } as const;

describe('keepEntry', () => {
  it('keeps an entry once, as it came first', async () => {
    const { inbox, files } = memoryInbox();
    await keepEntry(inbox, 'shop-a', anEntry(1));
    const again = await keepEntry(inbox, 'shop-a', anEntry(1, '2026-11-23T09:00:00.000Z'));
    expect(again.entry).toEqual(anEntry(1));
    expect(files.size).toBe(2);
  });

  it('makes up for an attempt that died before the entry could be listed', async () => {
    const { inbox } = memoryInbox();
    const dying: Inbox = {
      ...inbox,
      write: (name, ...rest) =>
        name.startsWith('arrivals/') ? Promise.reject(new Error('died')) : inbox.write(name, ...rest),
    };
    await expect(keepEntry(dying, 'shop-a', anEntry(1))).rejects.toThrow('died');
    const listed = () => listEntries(inbox, { tenant: 'shop-a', filter: {}, after: undefined, limit: 20 });
    expect((await listed()).items).toEqual([]);
    await keepEntry(inbox, 'shop-a', anEntry(1));
    expect((await listed()).items).toMatchObject([{ entryId: anEntry(1).entryId }]);
  });

  it('keeps the entries of tenants apart', async () => {
    const { inbox } = memoryInbox();
    await keepEntry(inbox, 'shop-a', anEntry(1));
    expect(await findEntry(inbox, 'shop-b', anEntry(1).entryId)).toBeUndefined();
  });
});

describe('noteOn', () => {
  it('loses no note of two that are written at once', async () => {
    const { inbox } = memoryInbox();
    const kept = await keepEntry(inbox, 'shop-a', anEntry(1));
    await Promise.all([
      noteOn(inbox, 'shop-a', kept, done),
      noteOn(inbox, 'shop-a', kept, { ...done, status: 'failed', outcome: 'internal' }),
    ]);
    const after = await findEntry(inbox, 'shop-a', kept.entry.entryId);
    expect(after?.entry).toMatchObject({ status: 'done', outcome: 'applied', processed: 2 });
  });

  it('gives up where others keep writing, so that the provider comes again', async () => {
    const { inbox } = memoryInbox();
    const kept = await keepEntry(inbox, 'shop-a', anEntry(1));
    const busy: Inbox = { ...inbox, write: async () => undefined };
    await expect(noteOn(busy, 'shop-a', kept, done)).rejects.toThrow('unavailable');
  });
});
