import { accept, type Decision, type Outcome, refuse } from '../shared/decision.ts';
import type { CustomerEvent } from './events.ts';
import type { Customer } from './schema.ts';

type Registration = Pick<Customer, 'customerId' | 'locale' | 'personal'> & { readonly lookups: readonly string[] };

/**
 * Registers a person once. `lookups` are keyed hashes of identity number and telephone; a person who holds one of them
 * already is the same person. Pure: the data arrives encrypted, the hashes arrive made.
 */
export const registerCustomer = (
  existing: readonly (string | undefined)[],
  registration: Registration,
  given: { readonly now: string },
): Decision<Outcome<CustomerEvent>, 'customer-already-registered'> => {
  const holder = existing.find((customerId) => customerId !== undefined);
  if (holder !== undefined) return refuse('customer-already-registered', { customerId: holder });
  const { customerId, locale, personal, lookups } = registration;
  return accept({
    events: [{ type: 'customer.registered', data: { customerId, locale, personal, registeredAt: given.now } }],
    postings: [],
    holds: lookups,
  });
};
