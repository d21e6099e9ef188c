import type { ClaimEvent } from '../claims/events.ts';
import type { PolicyLifeEvent } from '../policies/events.ts';
import type { MessageName } from './schema.ts';

const messages = {
  'policy.bound': 'policy-issued',
  'premium.reminder-due': 'premium-reminder',
  'renewal.reminder-due': 'renewal-reminder',
  'policy.cancelled': 'policy-cancelled',
  'claim.registered': 'claim-received',
  'claim.approved': 'claim-approved',
  'claim.rejected': 'claim-rejected',
  'claim.paid': 'claim-paid',
  'claim.payout-returned': 'payout-returned',
} as const satisfies { readonly [T in (PolicyLifeEvent | ClaimEvent)['type']]?: MessageName };

/** The events of which customers are told. */
export type ToldEvent = Extract<PolicyLifeEvent | ClaimEvent, { type: keyof typeof messages }>;

/** Which message tells of an event. A contract that lapsed unpaid was not cancelled by anybody's wish. */
export const messageOf = (event: ToldEvent): MessageName =>
  event.type === 'policy.cancelled' && event.data.reason === 'premium-not-paid'
    ? 'policy-lapsed'
    : messages[event.type];
