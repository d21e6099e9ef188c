import type { ClaimStatus } from './schema.ts';

/** What can be asked of a claim after its first notice. */
export type ClaimCommand = 'adjudicate' | 'look-again' | 'assess' | 'approve' | 'reject' | 'pay' | 'return';

type Leads = { readonly [S in ClaimStatus]?: readonly ClaimStatus[] };

/**
 * The table of lifecycles 6.5: the statuses in which a command may be decided, each with all to which it may lead;
 * anywhere else it is refused.
 */
export const claimLifecycle: Readonly<Record<ClaimCommand, Leads>> = {
  adjudicate: { registered: ['approved', 'rejected', 'in-review', 'awaiting-facts'] },
  'look-again': { 'awaiting-facts': ['registered'] },
  // An assessment may be corrected until it is approved; the approver confirms the amount that stands.
  assess: { 'in-review': ['assessed'], assessed: ['assessed'] },
  approve: { assessed: ['approved'] },
  reject: { 'in-review': ['rejected'], assessed: ['rejected'] },
  pay: { approved: ['paid'] },
  // A payout that came back is owed again.
  return: { paid: ['approved'] },
};

export const claimAllows = (status: ClaimStatus, command: ClaimCommand): boolean =>
  claimLifecycle[command][status] !== undefined;

const closed: ReadonlySet<string> = new Set<ClaimStatus>(['rejected', 'paid']);

/** Whether something is still to happen to a claim. */
export const isOpenClaim = (status: string): boolean => !closed.has(status);
