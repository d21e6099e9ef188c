import { describe, expect, it } from 'vitest';
import { feedEntry, following } from '../../../domain/audit/feed-entry.ts';
import type { Posting } from '../../../domain/shared/decision.ts';

const record = (postings: readonly Posting[]) => ({
  aggregate: 'policy',
  id: 'pol_1',
  seq: 1,
  recordedAt: '2026-11-23T08:00:00.000Z',
  events: [{ type: 'policy.bound', data: {} }],
  postings,
});
const owed = (amount: number, currency = 'CNY'): Posting => ({ account: 'due_from_partner', amount, currency });
const written = (amount: number, currency = 'CNY'): Posting => ({ account: 'written_premium', amount, currency });

describe('feedEntry', () => {
  it('carries what the record added to the debt of the partner', () => {
    expect(feedEntry(record([owed(432), written(-432)]), 'a1', 7)).toEqual({
      position: 7,
      aggregate: 'policy',
      id: 'pol_1',
      seq: 1,
      hash: 'a1',
      types: ['policy.bound'],
      dueFromPartner: 432,
      currency: 'CNY',
      recordedAt: '2026-11-23T08:00:00.000Z',
    });
  });

  it('nets a debt and its commission: 432 less 65 are 367', () => {
    expect(feedEntry(record([owed(432), owed(-65), written(-367)]), 'a1', 1).dueFromPartner).toBe(367);
  });

  it('shows a returned premium as a negative line', () => {
    expect(feedEntry(record([owed(-432), written(432)]), 'a1', 1).dueFromPartner).toBe(-432);
  });

  it('shows no debt and no currency where the partner owes nothing', () => {
    expect(feedEntry(record([]), 'a1', 1)).toMatchObject({ dueFromPartner: 0, currency: '' });
  });

  it('takes a debt in two currencies for a bug', () => {
    expect(() => feedEntry(record([owed(1), owed(1, 'USD')]), 'a1', 1)).toThrow('more than one currency');
  });

  it('claims nothing again when a statement is settled', () => {
    expect(feedEntry({ ...record([owed(-432)]), aggregate: 'statement' }, 'a1', 1).dueFromPartner).toBe(0);
  });
});

describe('following', () => {
  const moving = (dueFromPartner: number) => ({ dueFromPartner });
  const places = (end: Parameters<typeof following>[0], debts: readonly number[]) =>
    following(end, debts.map(moving)).map(({ position, debtAt }) => [position, debtAt]);

  it('counts on from the end, and says in each entry where debt moved last: the entry itself included', () => {
    expect(places({ position: 4, debtAt: 2 }, [0, 432, 0, -432])).toEqual([
      [5, 2],
      [6, 6],
      [7, 6],
      [8, 8],
    ]);
  });

  it('says 0 as long as no debt has moved at all', () => {
    expect(places({ position: 0, debtAt: 0 }, [0, 0])).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });

  it('does not say what an older feed does not tell, until a debt moves', () => {
    expect(places({ position: 9 }, [0, 1, 0])).toEqual([
      [10, undefined],
      [11, 11],
      [12, 11],
    ]);
  });
});
