import type { ProductVersion } from '../products/schema.ts';
import type { CancellationWindow } from '../products/terms/schema.ts';
import { addDaysAt } from '../shared/calendar.ts';
import { includedTax, shareOf } from '../shared/money.ts';
import { addMinutes, daysBetween, localDate } from '../shared/zone.ts';
import type { Split } from './postings.ts';
import type { Policy } from './schema.ts';

export type ReturnPremium = { readonly rule: string; readonly refund: Split };

const isOpen = (window: CancellationWindow, policy: Policy, now: string): boolean => {
  const { terms, period, claims } = policy;
  if (window.unless === 'claim-made' && claims.length > 0) return false;
  if (window.unless === 'claim-paid' && claims.some((claim) => claim.approved > 0)) return false;
  switch (window.window) {
    case 'before-cover':
      return period.from === undefined || now < period.from;
    case 'days-from-bind':
      return now < addDaysAt(terms.boundAt, window.days, terms.zone);
    case 'minutes-before': {
      const moment = terms.object[window.input];
      if (typeof moment !== 'string') throw new Error(`The cancellation rule needs the input ${window.input}.`);
      return now < addMinutes(moment, -window.minutes);
    }
    case 'always':
      return true;
  }
};

/**
 * Days of the term that are still to come; the day of cancellation is one of them (tables A.6: 90 of 365 days used).
 */
const unusedDays = ({ period, terms }: Policy, now: string): { readonly unused: number; readonly term: number } => {
  const day = (instant: string | undefined) => localDate(instant ?? now, terms.zone);
  const term = daysBetween(day(period.from), day(period.to));
  return { unused: Math.max(0, Math.min(term, daysBetween(day(now), day(period.to)))), term };
};

const proRata = (policy: Policy, product: ProductVersion, now: string, share: string): Split => {
  const { premium } = policy.terms;
  const { unused, term } = unusedDays(policy, now);
  const gross = shareOf(premium.gross, unused, term, share);
  const commission = {
    full: premium.commission,
    'pro-rata': shareOf(premium.commission, unused, term),
    'with-refund': shareOf(premium.commission, gross, premium.gross),
  }[product.commission.clawback];
  return { gross, tax: includedTax(gross, product.tax.rate), commission };
};

/**
 * What a cancellation now gives back, by the product's first open window (rules 2.4); undefined where no window returns
 * anything, for then the contract can no longer be cancelled (LAW Art 50, catalogue 5.1, 5.3). A full refund returns
 * every part to the unit.
 */
export const returnPremium = (policy: Policy, product: ProductVersion, now: string): ReturnPremium | undefined => {
  const window = product.cancellation.find((one) => isOpen(one, policy, now));
  if (window === undefined || window.refund === 'none') return undefined;
  if (window.refund === 'full') return { rule: window.window, refund: policy.terms.premium };
  return { rule: window.window, refund: proRata(policy, product, now, window.share ?? '1') };
};
