import { describe, expect, it } from 'vitest';
import { keepEntry, noteOn } from '../../../../functions/_kit/inbound/entries.ts';
import { type InboxFilter, listEntries } from '../../../../functions/_kit/inbound/list-entries.ts';
import { memoryInbox } from '../../../support/inboxes.ts';

const idOf = (n: number): string => `inb_${String(n).padStart(26, '0')}`;
/** The n-th arrives in the n-th minute after eight. */
const timeOf = (n: number): string => new Date(Date.UTC(2026, 10, 23, 8, n)).toISOString();

/** So many entries; every third is done, and every fourth of another provider. */
const anInbox = async (entries: number) => {
  const { inbox, files } = memoryInbox();
  for (let n = 0; n < entries; n += 1) {
    const kept = await keepEntry(inbox, 'shop-a', {
      ...{ v: 1, entryId: idOf(n), provider: n % 4 === 0 ? 'carrier' : 'stripe', status: 'received', processed: 0 },
      ...{ receivedAt: timeOf(n), sealed: 'sealed' },
    });
    if (n % 3 === 0) await noteOn(inbox, 'shop-a', kept, { status: 'done', outcome: 'applied', at: timeOf(n) });
  }
  const all = async (filter: InboxFilter, limit = 20) => {
    const pages: (readonly string[])[] = [];
    let after: string | undefined;
    do {
      const page = await listEntries(inbox, { tenant: 'shop-a', filter, after, limit });
      pages.push(page.items.map(({ entryId }) => entryId));
      after = page.next;
    } while (after !== undefined);
    return pages;
  };
  return { inbox, files, all };
};
const range = (from: number, to: number): readonly string[] =>
  Array.from({ length: from - to + 1 }, (_, at) => idOf(from - at));

describe('listEntries', () => {
  it('lists the newest first, page by page', async () => {
    const { all } = await anInbox(7);
    expect(await all({}, 3)).toEqual([range(6, 4), range(3, 1), range(0, 0)]);
    expect(await all({}, 7)).toEqual([range(6, 0)]);
  });

  it('begins at an instant, and ends before another', async () => {
    const { all } = await anInbox(7);
    expect(await all({ createdFrom: timeOf(2) })).toEqual([range(6, 2)]);
    expect(await all({ createdTo: timeOf(2) })).toEqual([range(1, 0)]);
    expect(await all({ createdFrom: timeOf(2), createdTo: timeOf(5) }, 2)).toEqual([range(4, 3), range(2, 2)]);
    expect(await all({ createdFrom: timeOf(7) })).toEqual([[]]);
  });

  it('finds those of a status, and of a provider', async () => {
    const { all } = await anInbox(13);
    expect(await all({ status: 'done' })).toEqual([[12, 9, 6, 3, 0].map(idOf)]);
    expect(await all({ status: 'done', provider: 'carrier' }, 1)).toEqual([[idOf(12)], [idOf(0)]]);
    expect(await all({ status: 'failed' })).toEqual([[]]);
  });

  it('answers a short page where a filter fits few of very many', async () => {
    const { all } = await anInbox(101);
    expect(await all({ provider: 'carrier', createdTo: timeOf(1) })).toEqual([[idOf(0)]]);
    const pages = await all({ status: 'failed' });
    expect(pages).toEqual([[], []]);
  });

  it('passes over an arrival whose entry has expired', async () => {
    const { files, all } = await anInbox(3);
    files.delete(`entries/shop-a/${idOf(1)}.json`);
    expect(await all({})).toEqual([[idOf(2), idOf(0)]]);
  });

  it('holds its place while others arrive', async () => {
    const { inbox } = await anInbox(5);
    const asked = { tenant: 'shop-a', filter: {}, limit: 2 };
    const first = await listEntries(inbox, { ...asked, after: undefined });
    const late = { v: 1, entryId: idOf(9), provider: 'stripe', status: 'received', processed: 0 } as const;
    await keepEntry(inbox, 'shop-a', { ...late, receivedAt: timeOf(9), sealed: 'sealed' });
    const second = await listEntries(inbox, { ...asked, after: first.next });
    expect(second.items.map(({ entryId }) => entryId)).toEqual(range(2, 1));
  });
});
