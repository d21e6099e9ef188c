import type { PolicyBound, PolicyCancelled, PremiumReminderDue, RenewalReminderDue } from '../policies/events.ts';
import { includedCoverages } from '../shared/included-coverages.ts';
import { momentText, moneyText } from './format.ts';
import type { Told, ValuesOf } from './told.ts';

/** What every message may say. */
export const namesIn = ({ customerName, product, locale, policyNumber }: Told) => ({
  customerName,
  productName: product.name[locale],
  policyNumber,
});

const premiumIn = ({ policy: { terms }, locale }: Told): string =>
  moneyText(terms.premium.gross, terms.currency, locale);

const momentIn = ({ policy, locale }: Told, instant: string): string => momentText(instant, policy.terms.zone, locale);

/** What the buyer was told and said to have read; the exemptions are told as what is not insured. */
const disclosuresIn = ({ product, policy, locale }: Told): readonly string[] => {
  const acknowledged = new Set(policy.terms.acknowledged.map(({ code }) => code));
  return product.disclosures.flatMap(({ code, title, text }) =>
    text === undefined || !acknowledged.has(code) ? [] : [`${title[locale]}: ${text[locale]}`],
  );
};

/**
 * The contract explained (S-186). Its period is that of its conclusion; where an event has yet to begin it, the words
 * of the product alone say when.
 */
export const issuedValues = (told: Told<PolicyBound>): ValuesOf<'policy-issued'> => {
  const { event, policy, product, locale, verification } = told;
  const { from, to } = event.data.period;
  const isKnown = from !== undefined;
  return {
    ...namesIn(told),
    premium: premiumIn(told),
    period: product.period.text[locale],
    coverages: includedCoverages(product.coverages, policy.terms.object).map(({ name }) => name[locale]),
    exclusions: product.exclusions.map(({ text }) => text[locale]),
    disclosures: disclosuresIn(told),
    verificationLink: verification.link,
    verificationCode: verification.code,
    coverFrom: isKnown ? momentIn(told, from) : undefined,
    coverTo: isKnown && to !== undefined ? momentIn(told, to) : undefined,
    payBy: policy.premium === 'open' ? momentIn(told, policy.terms.payBy) : undefined,
  };
};

export const premiumReminderValues = (told: Told<PremiumReminderDue>): ValuesOf<'premium-reminder'> => ({
  ...namesIn(told),
  premium: premiumIn(told),
  payBy: momentIn(told, told.event.data.payBy),
});

export const renewalReminderValues = (told: Told<RenewalReminderDue>): ValuesOf<'renewal-reminder'> => ({
  ...namesIn(told),
  coverTo: momentIn(told, told.event.data.endsAt),
});

/** A contract on which nothing was paid returns nothing, whatever its window would give. */
export const cancelledValues = (told: Told<PolicyCancelled>): ValuesOf<'policy-cancelled'> => {
  const { event, policy, locale } = told;
  const { refund, at } = event.data;
  const returns = refund.gross > 0 && policy.premium !== 'void';
  return {
    ...namesIn(told),
    cancelledAt: momentIn(told, at),
    refund: returns ? moneyText(refund.gross, policy.terms.currency, locale) : undefined,
  };
};

export const lapsedValues = (told: Told<PolicyCancelled>): ValuesOf<'policy-lapsed'> => ({
  ...namesIn(told),
  premium: premiumIn(told),
  payBy: momentIn(told, told.policy.terms.payBy),
});
