import type { CustomerEvent } from './events.ts';
import type { Customer } from './schema.ts';

/** A customer is what the registration said. */
export const evolveCustomer = (_before: Customer | undefined, event: CustomerEvent): Customer => event.data;
