import type { ClaimRegistered } from '../claims/events.ts';
import type {
  DisbursementCheckDue,
  DisbursementFailed,
  DisbursementReturned,
  DisbursementUnknown,
  UnmatchedReceived,
} from '../payments/events.ts';
import type { PremiumUnapplied } from '../policies/events.ts';
import type { DomainEvent } from '../shared/decision.ts';
import type { RaisedAlert } from './events.ts';

/** Events after which a person must look. */
export type AlertingEvent =
  | UnmatchedReceived
  | DisbursementUnknown
  | DisbursementCheckDue
  | DisbursementFailed
  | DisbursementReturned
  | PremiumUnapplied
  | ClaimRegistered;
export type Alarm = Pick<RaisedAlert, 'severity' | 'cause' | 'subject' | 'facts'>;

type DataOf = { readonly [E in AlertingEvent as E['type']]: E['data'] };

/** Reserves above which a new claim is watched, in minor units. A currency without one has every claim watched. */
const watchedReserve: Readonly<Record<string, number>> = { CNY: 100_000 };

/** After so many unanswered attempts at the provider, somebody must act and not merely look (design §5). */
const attemptsBeforeRed = 3;

type About = { readonly policyId: string; readonly disbursementId: string; readonly claimId?: string };

const payoutAlarm = (severity: Alarm['severity'], cause: string, about: About, more: Alarm['facts'] = {}): Alarm => ({
  severity,
  cause,
  subject: about.disbursementId,
  facts: { policyId: about.policyId, ...(about.claimId !== undefined && { claimId: about.claimId }), ...more },
});

/** Once, when the provider has been asked in vain too often; money that is merely on its way raises nothing. */
const stillUnknown = (data: DisbursementCheckDue['data']): Alarm | undefined =>
  data.status === 'unknown' && data.attempts === attemptsBeforeRed
    ? payoutAlarm('red', 'payout-unknown', data, { attempts: data.attempts })
    : undefined;

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
  'disbursement.unknown': (data) => payoutAlarm('orange', 'payout-unknown', data),
  'disbursement.check-due': stillUnknown,
  'disbursement.returned': (data) => payoutAlarm('red', 'payout-returned', data, { reason: data.reason }),
  'disbursement.failed': (data) => payoutAlarm('orange', 'payout-failed', data, { reason: data.reason }),
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
