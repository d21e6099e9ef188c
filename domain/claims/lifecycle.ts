import type { ClaimStatus } from './schema.ts';

/** What can be asked of a claim after its first notice. */
export type ClaimCommand = 'adjudicate' | 'look-again' | 'assess' | 'approve' | 'reject' | 'pay';

/** The table of lifecycles 6.5: the statuses in which a command may be decided; anywhere else it is refused. */
export const claimLifecycle: Readonly<Record<ClaimCommand, readonly ClaimStatus[]>> = {
  adjudicate: ['registered'],
  'look-again': ['awaiting-facts'],
  // An assessment may be corrected until it is approved; the approver confirms the amount that stands.
  assess: ['in-review', 'assessed'],
  approve: ['assessed'],
  reject: ['in-review', 'assessed'],
  pay: ['approved'],
};

export const claimAllows = (status: ClaimStatus, command: ClaimCommand): boolean =>
  claimLifecycle[command].includes(status);

const closed: ReadonlySet<string> = new Set<ClaimStatus>(['rejected', 'paid']);

/** Whether something is still to happen to a claim. */
export const isOpenClaim = (status: string): boolean => !closed.has(status);
