import type { QuotableProduct } from '../products/quotable/schema.ts';
import type { Inputs } from '../shared/form/schema.ts';
import { dayNumber, localDay, minutesBetween } from '../shared/zone.ts';

type Take = NonNullable<QuotableProduct['derived']>[number]['take'];
type Moment = { readonly now: string; readonly today: () => number };

/**
 * The answers together with what follows from them at an instant, such as the age of a device in days. Month, hour and
 * date of a moment are those it was written with: a departure slot is that of the airport and not of the buyer.
 * Which day it is today is worked out where a product asks: the first calendar of a process is dear to make.
 */
export const deriveInputs = (product: QuotableProduct, answers: Inputs, now: string): Inputs => {
  const inputs = { ...answers };
  let known: number | undefined;
  const today = (): number => {
    known ??= localDay(now, product.zone);
    return known;
  };
  const moment = { now, today };
  for (const { name, from, take } of product.derived ?? []) {
    const answer = answers[from];
    if (answer !== undefined) inputs[name] = taken(take, String(answer), moment);
  }
  return inputs;
};

const taken = (take: Take, answer: string, { now, today }: Moment): string | number => {
  switch (take) {
    case 'days-since':
      return today() - dayNumber(answer);
    case 'days-until':
      return dayNumber(answer) - today();
    case 'minutes-until':
      return minutesBetween(now, answer);
    case 'month':
      return Number(answer.slice(5, 7));
    case 'hour':
      return Number(answer.slice(11, 13));
    case 'date':
      return answer.slice(0, 10);
  }
};
