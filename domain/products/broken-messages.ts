import type { DocumentError, ProductDocument } from './schema.ts';

type Part = Pick<ProductDocument, 'product' | 'messages'>;

/** The shortest month: a reminder lies inside every term that its product can have. */
const shortestMonthDays = 28;

const latePremium = ({ product, messages }: Part): DocumentError[] => {
  const { premium } = messages.reminders;
  return premium === undefined || premium.minutesBefore < product.payWithinHours * 60
    ? []
    : [{ path: 'messages.reminders.premium.minutesBefore', message: 'lies before the contract is concluded' }];
};

/** A term whose end an event decides, or a short one, is over before a reminder of it could help anybody. */
const lateRenewal = ({ product, messages }: Part): DocumentError[] => {
  const { renewal } = messages.reminders;
  const { ends } = product.period;
  if (renewal === undefined) return [];
  if (ends.at !== 'months') return [{ path: 'messages.reminders.renewal', message: 'only for a term of whole months' }];
  return renewal.daysBefore < ends.months * shortestMonthDays
    ? []
    : [{ path: 'messages.reminders.renewal.daysBefore', message: 'lies before the term begins' }];
};

/** What a product's messages say of another product, or at a time at which they cannot be sent. */
export const brokenMessages = ({ product, messages }: Part): DocumentError[] => {
  const same = messages.productId === product.productId && messages.version === product.version;
  return [
    ...(same ? [] : [{ path: 'messages.productId', message: 'belong to another product version' }]),
    ...latePremium({ product, messages }),
    ...lateRenewal({ product, messages }),
  ];
};
