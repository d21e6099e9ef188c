import { describe, expect, it } from 'vitest';
import { transfer, unearnedReleased } from '../../../domain/shared/ledger.ts';

describe('unearnedReleased', () => {
  it('releases what is still unearned, and nothing where nothing is', () => {
    expect(unearnedReleased({ unearned_premium: -13172 }, 'CNY')).toEqual([
      { account: 'unearned_premium', amount: 13172, currency: 'CNY' },
      { account: 'unearned_premium_change', amount: -13172, currency: 'CNY' },
    ]);
    expect(unearnedReleased({}, 'CNY')).toEqual([]);
  });
});

describe('transfer', () => {
  it('debits one account and credits the other, and posts nothing for nothing', () => {
    expect(transfer('cash', 'receivable', 5, 'CNY')).toEqual([
      { account: 'cash', amount: 5, currency: 'CNY' },
      { account: 'receivable', amount: -5, currency: 'CNY' },
    ]);
    expect(transfer('cash', 'receivable', 0, 'CNY')).toEqual([]);
  });
});
