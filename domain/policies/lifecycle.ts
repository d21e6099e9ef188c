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

/** The table of lifecycles 6.3: the statuses in which a command may be decided; anywhere else it is refused. */
export const policyLifecycle: Readonly<Record<PolicyCommand, readonly PolicyStatus[]>> = {
  'record-milestone': ['pending', 'on-risk'],
  'receive-premium': ['pending', 'on-risk', 'expired'],
  'begin-cover': ['pending'],
  'end-cover': ['pending', 'on-risk'],
  cancel: ['pending', 'on-risk'],
  lapse: ['pending'],
  // A loss inside the term may be reported after it has ended.
  claim: ['on-risk', 'expired'],
};

export const policyAllows = (status: PolicyStatus, command: PolicyCommand): boolean =>
  policyLifecycle[command].includes(status);
