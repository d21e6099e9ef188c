import type { Posting } from '../shared/decision.ts';
import { transfer } from '../shared/ledger.ts';

export type Split = { readonly gross: number; readonly tax: number; readonly commission: number };

/** Premium is written when the contract is concluded, and all of it is still unearned (rules 2.5 E-06). */
export const premiumWritten = (
  split: Split,
  owedBy: 'receivable' | 'due_from_partner',
  currency: string,
): readonly Posting[] => [
  ...transfer(owedBy, 'written_premium', split.gross - split.tax, currency),
  ...transfer(owedBy, 'tax_payable', split.tax, currency),
  ...transfer('unearned_premium_change', 'unearned_premium', split.gross - split.tax, currency),
  ...transfer('commission_expense', 'commission_payable', split.commission, currency),
];

/**
 * What is returned is written back with its tax and commission, against whoever is owed or owes it (rules 2.3 P-07,
 * 2.8).
 */
export const premiumReturned = (
  refund: Split,
  against: 'receivable' | 'due_from_partner' | 'refund_payable',
  currency: string,
): readonly Posting[] => [
  ...transfer('written_premium', against, refund.gross - refund.tax, currency),
  ...transfer('tax_payable', against, refund.tax, currency),
  ...transfer('commission_payable', 'commission_expense', refund.commission, currency),
];
