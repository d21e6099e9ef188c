import { isPaidFor } from '../shared/cover.ts';
import type { Policy, Reminder } from './schema.ts';

const kindAt = (policy: Policy): Reminder | undefined => {
  if (policy.status === 'on-risk') return 'renewal';
  return policy.status === 'pending' && !isPaidFor(policy) ? 'premium' : undefined;
};

/**
 * The reminder that a policy waits for where it stands: of its premium while that is unpaid, of its end while it is on
 * risk. Undefined once it was given, and where its product has none.
 */
export const reminderAhead = (policy: Policy): { readonly kind: Reminder; readonly at: string } | undefined => {
  const { terms, reminded = [] } = policy;
  const kind = terms.remindAt === undefined ? undefined : kindAt(policy);
  if (kind === undefined || reminded.includes(kind)) return undefined;
  const at = terms.remindAt?.[kind];
  return at === undefined ? undefined : { kind, at };
};
