import type { Outcome } from '../shared/decision.ts';
import type { BasketEvent, BasketOptedOut } from './events.ts';
import type { OptOut } from './schema.ts';

type Declined = {
  readonly basketId: string;
  readonly reference: string;
  readonly optOuts: readonly OptOut[];
  /** The unique keys under which each of the offers is declined once. */
  readonly holds: readonly string[];
};
type Taken = { readonly customerId: string; readonly policyIds: readonly string[] };
type Given = { readonly now: string };

/**
 * Records what was offered and declined: the share of buyers who freely declined is what a regulator asks a seller of
 * add-on insurance for (INET Art 17: nothing is sold by a tick set beforehand).
 */
export const declineOffers = (declined: Declined, { now }: Given): Outcome<BasketOptedOut> => ({
  events: [{ type: 'basket.opted-out', data: { ...declined, decidedAt: now } }],
  postings: [],
  holds: declined.holds,
});

/** Records what a buyer took at one checkout, and what was declined beside it, if anything was. */
export const takeOffers = (taken: Taken, declined: Declined, given: Given): Outcome<BasketEvent> => {
  const { basketId, reference, optOuts, holds } = declined;
  const bound: BasketEvent = {
    type: 'basket.bound',
    data: { basketId, reference, ...taken, decidedAt: given.now },
  };
  return {
    events: [bound, ...(optOuts.length === 0 ? [] : declineOffers(declined, given).events)],
    postings: [],
    holds,
  };
};
