import type { ClaimRegistered } from '../claims/events.ts';
import type { DisbursementUnknown, UnmatchedReceived } from '../payments/events.ts';
import type { PremiumUnapplied } from '../policies/events.ts';
import type { DomainEvent } from '../shared/decision.ts';
import type { RaisedAlert } from './events.ts';

/** Events after which a person must look. */
export type AlertingEvent = UnmatchedReceived | DisbursementUnknown | PremiumUnapplied | ClaimRegistered;
export type Alarm = Pick<RaisedAlert, 'severity' | 'cause' | 'subject' | 'facts'>;

type DataOf = { readonly [E in AlertingEvent as E['type']]: E['data'] };

/** Reserves above which a new claim is watched, in minor units. A currency without one has every claim watched. */
const watchedReserve: Readonly<Record<string, number>> = { CNY: 100_000 };

/** After so many unanswered attempts at the provider, somebody must act and not merely look (design §5). */
const attemptsBeforeRed = 3;

const payoutUnknown = (data: DisbursementUnknown['data'] & { readonly attempts?: number }): Alarm => {
  const { policyId, disbursementId, claimId, attempts = 1 } = data;
  return {
    severity: attempts >= attemptsBeforeRed ? 'red' : 'orange',
    cause: 'payout-unknown',
    subject: disbursementId,
    facts: { policyId, attempts, ...(claimId !== undefined && { claimId }) },
  };
};

const claimOverThreshold = ({ policyId, claimId, reserve, currency }: ClaimRegistered['data']): Alarm | undefined =>
  reserve > (watchedReserve[currency] ?? 0)
    ? { severity: 'yellow', cause: 'claim-over-threshold', subject: claimId, facts: { policyId, reserve, currency } }
    : undefined;

/** Which event raises what. An entry answers nothing where its event is harmless. */
const causes: { readonly [T in keyof DataOf]: (data: DataOf[T]) => Alarm | undefined } = {
  'unmatched.received': ({ unmatchedId, paymentId, amount, currency, reason }) => ({
    severity: 'orange',
    cause: 'unmatched-money',
    subject: unmatchedId,
    facts: { paymentId, amount, currency, reason },
  }),
  'disbursement.unknown': payoutUnknown,
  'premium.unapplied': ({ policyId, paymentId, amount, currency, reason }) => ({
    severity: 'yellow',
    cause: 'premium-unapplied',
    subject: policyId,
    facts: { paymentId, amount, currency, reason },
  }),
  'claim.registered': claimOverThreshold,
};

export const isAlerting = (event: DomainEvent): event is AlertingEvent => Object.hasOwn(causes, event.type);

/** The alert that an event calls for, if any. */
export const alarmFor = <T extends keyof DataOf>(event: {
  readonly type: T;
  readonly data: DataOf[T];
}): Alarm | undefined => causes[event.type](event.data);
