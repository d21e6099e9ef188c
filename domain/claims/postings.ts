import type { Account, Posting } from '../shared/decision.ts';

type Leg = readonly [account: Account, amount: number];

/** One journal entry from its legs; a leg of nothing is left out. */
const entry = (currency: string, ...legs: readonly Leg[]): readonly Posting[] =>
  legs.filter(([, amount]) => amount !== 0).map(([account, amount]) => ({ account, amount, currency }));

/**
 * A claim's reserve moves by so much: what is expected to be paid is a loss of the day on which it is known (rules
 * 2.10).
 */
export const reserveMoved = (by: number, currency: string): readonly Posting[] =>
  entry(currency, ['claims_incurred', by], ['claim_reserve', -by]);

/** The whole reserve gives way to a debt to the payee; what it was set too low or too high by is incurred now. */
export const claimApproved = (amount: number, reserve: number, currency: string): readonly Posting[] =>
  entry(currency, ['claim_reserve', reserve], ['claims_incurred', amount - reserve], ['claims_payable', -amount]);
