import type { Reminders } from '../products/messages/schema.ts';
import { addDaysAt } from '../shared/calendar.ts';
import { addMinutes } from '../shared/zone.ts';
import type { Period, PolicyTerms } from './schema.ts';

type Agreed = Pick<PolicyTerms, 'collection' | 'payBy' | 'zone'>;

/**
 * When the customer of a contract is reminded, fixed at its conclusion: of a premium that a provider collects, some
 * time before it runs out; of the end of the term, at its own wall time so many local days before (D-04). Undefined
 * where the product reminds of neither.
 */
export const remindAt = (
  { collection, payBy, zone }: Agreed,
  { to }: Period,
  { premium, renewal }: Reminders,
): PolicyTerms['remindAt'] => {
  const before = {
    ...(premium !== undefined && collection === 'provider' && { premium: addMinutes(payBy, -premium.minutesBefore) }),
    ...(renewal !== undefined && to !== undefined && { renewal: addDaysAt(to, -renewal.daysBefore, zone) }),
  };
  return Object.keys(before).length === 0 ? undefined : before;
};
