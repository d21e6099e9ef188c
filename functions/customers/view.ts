import type { Customer } from '../../domain/customers/schema.ts';

/** A customer as partners see one: without the encrypted data. */
export const viewOf = ({ customerId, locale, registeredAt }: Customer) => ({ customerId, locale, registeredAt });
