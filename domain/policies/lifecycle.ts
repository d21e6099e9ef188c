import type { PolicyStatus } from './schema.ts';

/** What can be asked of a policy after its bind. */
export type PolicyCommand =
  | 'record-milestone'
  | 'receive-premium'
  | 'begin-cover'
  | 'end-cover'
  | 'cancel'
  | 'lapse'
  | 'claim';

type Leads = { readonly [S in PolicyStatus]?: readonly PolicyStatus[] };

/**
 * The table of lifecycles 6.3: the statuses in which a command may be decided, each with all to which it may lead;
 * anywhere else it is refused.
 */
export const policyLifecycle: Readonly<Record<PolicyCommand, Leads>> = {
  'record-milestone': { pending: ['pending', 'on-risk'], 'on-risk': ['on-risk'] },
  'receive-premium': { pending: ['pending', 'on-risk'], 'on-risk': ['on-risk'], expired: ['expired'] },
  'begin-cover': { pending: ['on-risk'] },
  'end-cover': { pending: ['expired'], 'on-risk': ['expired'] },
  cancel: { pending: ['cancelled'], 'on-risk': ['cancelled'] },
  lapse: { pending: ['cancelled'] },
  // A loss inside the term may be reported after it has ended; a payout that exhausts the cover ends it.
  claim: { 'on-risk': ['on-risk', 'expired'], expired: ['expired'] },
};

export const policyAllows = (status: PolicyStatus, command: PolicyCommand): boolean =>
  policyLifecycle[command][status] !== undefined;
