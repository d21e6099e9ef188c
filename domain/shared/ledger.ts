import type { Account, Posting } from './decision.ts';

/** Two legs of one amount: debit the first account, credit the second. Nothing is posted for nothing. */
export const transfer = (debit: Account, credit: Account, amount: number, currency: string): readonly Posting[] =>
  amount === 0
    ? []
    : [
        { account: debit, amount, currency },
        { account: credit, amount: -amount, currency },
      ];

/**
 * When cover ends, what was still unearned is not unearned any more: it is earned, or it has just been written back.
 */
export const unearnedReleased = (balances: Readonly<Record<string, number>>, currency: string): readonly Posting[] =>
  transfer('unearned_premium', 'unearned_premium_change', -(balances['unearned_premium'] ?? 0), currency);
