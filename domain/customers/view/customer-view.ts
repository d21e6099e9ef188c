import { masked } from '../normalise.ts';
import type { Customer, PersonalData } from '../schema.ts';

/** A customer as partners see one: without the encrypted data. */
export const customerView = ({ customerId, locale, registeredAt }: Customer) => ({ customerId, locale, registeredAt });

const maskedPerson = ({ name, identity, phone, email }: PersonalData) => ({
  name: masked(name),
  phone: masked(phone),
  ...(identity !== undefined && { identity: { type: identity.type, number: masked(identity.number) } }),
  ...(email !== undefined && { email: masked(email) }),
});

/** A customer with the personal data, which only those see in full who may. */
export const customerDetail = (customer: Customer, personal: PersonalData, inFull: boolean) => ({
  ...customerView(customer),
  masked: !inFull,
  personal: inFull ? personal : maskedPerson(personal),
});
