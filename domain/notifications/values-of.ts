import type { ClaimEvent } from '../claims/events.ts';
import type { Claim } from '../claims/schema.ts';
import type { Values } from '../shared/template/render-template.ts';
import { amountValues, claimNames, receivedValues, rejectedValues } from './claim-values.ts';
import type { ToldEvent } from './message-of.ts';
import {
  cancelledValues,
  issuedValues,
  lapsedValues,
  premiumReminderValues,
  renewalReminderValues,
} from './policy-values.ts';
import type { Told, ToldOfClaim } from './told.ts';

type ClaimToldEvent = Extract<ToldEvent, ClaimEvent>;
type PolicyToldEvent = Exclude<ToldEvent, ClaimToldEvent>;

/** Whether an event is one of a claim's, so that the claim is needed to tell of it. */
export const isOfClaim = (event: ToldEvent): event is ClaimToldEvent => event.type.startsWith('claim.');

const ofPolicy = (event: PolicyToldEvent, told: Omit<Told, 'event'>): Values => {
  switch (event.type) {
    case 'policy.bound':
      return issuedValues({ ...told, event });
    case 'premium.reminder-due':
      return premiumReminderValues({ ...told, event });
    case 'renewal.reminder-due':
      return renewalReminderValues({ ...told, event });
    case 'policy.cancelled':
      return event.data.reason === 'premium-not-paid'
        ? lapsedValues({ ...told, event })
        : cancelledValues({ ...told, event });
  }
};

const ofClaim = (event: ClaimToldEvent, told: Omit<ToldOfClaim, 'event'>): Values => {
  switch (event.type) {
    case 'claim.registered':
      return receivedValues({ ...told, event });
    case 'claim.approved':
    case 'claim.paid':
      return amountValues({ ...told, event });
    case 'claim.rejected':
      return rejectedValues({ ...told, event });
    case 'claim.payout-returned':
      return claimNames({ ...told, event });
  }
};

/** The values of the message that tells of an event; undefined for one of a claim that is not there. */
export const valuesOf = ({ event, ...told }: Told, claim: Claim | undefined): Values | undefined => {
  if (!isOfClaim(event)) return ofPolicy(event, told);
  return claim === undefined ? undefined : ofClaim(event, { ...told, claim });
};
