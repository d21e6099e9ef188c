// Made by `npm run generate` from docs/reference/openapi.json. Change what it is made from.

import type {
  ThinEvent,
  Instant,
  OptOut,
  CurrencyCode,
  Checkpoint,
  TraceLine,
} from './schemas.ts';

type EventOf<Type extends string, Data> = Omit<ThinEvent, 'type'> & {
  type: Type;
  /** All that the event fixed. */
  data: Data;
};

/** Something needs a person: it waits in the queue of alerts. */
export type AlertRaisedEvent = EventOf<'alert.raised', {
  /** The alert. */
  alertId: string;
  /** Red: act now; orange: act today; yellow: watch. */
  severity: 'red' | 'orange' | 'yellow';
  cause: string;
  subject: string;
  facts: Record<string, string | number | boolean>;
  raisedAt: Instant;
}>;

/** Somebody has taken the alert on. */
export type AlertAcknowledgedEvent = EventOf<'alert.acknowledged', {
  /** The alert. */
  alertId: string;
  /** Who did it. */
  by: string;
  at: Instant;
}>;

/** The alert is dealt with, and how is noted. */
export type AlertClosedEvent = EventOf<'alert.closed', {
  /** The alert. */
  alertId: string;
  /** Who did it. */
  by: string;
  at: Instant;
  resolution: string;
}>;

/** All chosen offers of one checkout were bound together. */
export type BasketBoundEvent = EventOf<'basket.bound', {
  /** What a buyer decided about the offers of one checkout. */
  basketId: string;
  /** Your own number for the sale. */
  reference: string;
  /** The customer. */
  customerId: string;
  /** What was bound, in the order of the items. */
  policyIds: readonly string[];
  /** When the buyer decided. */
  decidedAt: Instant;
}>;

/** What the buyer declined at a checkout was kept as evidence. */
export type BasketOptedOutEvent = EventOf<'basket.opted-out', {
  /** What a buyer decided about the offers of one checkout. */
  basketId: string;
  /** Your own number for the sale. */
  reference: string;
  /** What was declined. */
  optOuts: readonly OptOut[];
  holds: readonly string[];
  /** When the buyer decided. */
  decidedAt: Instant;
}>;

/** A checkpoint of your history was signed. Keep it: who has it can prove later that nothing it covers was changed or taken out. It covers what the feed held before this event. */
export type CheckpointSignedEvent = EventOf<'checkpoint.signed', {
  /** The checkpoints of a tenant, of which each tenant has one chain. */
  checkpointId: string;
  checkpoint: Checkpoint;
  /** JWS (ES256, type `checkpoint+jwt`) over the checkpoint as canonical JSON, by a key of the JWKS. */
  statement: string;
}>;

/** A partner’s statement took in all premium and cancellations up to a position of its feed. */
export type StatementClosedEvent = EventOf<'statement.closed', {
  /** The statement. */
  statementId: string;
  after: number;
  /** The window is the feed positions `(after, until]`. */
  until: number;
  lines: number;
  /** Minor units; cancellations are negative lines. */
  total: number;
  currency: CurrencyCode;
  closedAt: Instant;
}>;

/** The partner has paid, or was paid, the statement’s total. */
export type StatementSettledEvent = EventOf<'statement.settled', {
  /** The statement. */
  statementId: string;
  amount: number;
  currency: CurrencyCode;
  reference: string;
  settledAt: Instant;
}>;

/** A loss was reported under a policy, with the product’s form. */
export type ClaimReportedEvent = EventOf<'claim.reported', {
  policyId: string;
  /** The claim. */
  claimId: string;
  coverage: string;
  currency: CurrencyCode;
  lossAt: Instant;
  reportedAt: Instant;
  reporter: string;
  /** Form answers that calculate and identify nobody. */
  facts: Record<string, string | number | boolean>;
  /** Keyed hashes of identifying answers. */
  hashes: Record<string, string>;
  /** Unique business keys that the claim takes; a rejection frees them. */
  holds: readonly string[];
  /** JWE of all answers and the payee under the person’s own key. */
  sealedForm: string;
}>;

/** The claim is accepted for a decision, and money is reserved for it. */
export type ClaimRegisteredEvent = EventOf<'claim.registered', {
  policyId: string;
  /** The claim. */
  claimId: string;
  reserve: number;
  currency: CurrencyCode;
  at: Instant;
}>;

/** The claim cannot be decided before outside facts are known; they are looked up again later. */
export type ClaimAwaitingFactsEvent = EventOf<'claim.awaiting-facts', {
  policyId: string;
  /** The claim. */
  claimId: string;
  reasons: readonly string[];
  lookAt: Instant;
}>;

/** It is time to look again for the facts that the claim waits for. */
export type ClaimLookDueEvent = EventOf<'claim.look-due', {
  policyId: string;
  /** The claim. */
  claimId: string;
  at: Instant;
}>;

/** The claim was handed to a person to decide. */
export type ClaimReferredEvent = EventOf<'claim.referred', {
  policyId: string;
  /** The claim. */
  claimId: string;
  reasons: readonly string[];
  score: number;
  at: Instant;
}>;

/** The payable amount was worked out, line by line. */
export type ClaimAssessedEvent = EventOf<'claim.assessed', {
  policyId: string;
  /** The claim. */
  claimId: string;
  amount: number;
  trace: readonly TraceLine[];
  by: string;
  /** The product version whose rules decided. */
  rules: string;
  at: Instant;
  /** Answers to the claim form that people corrected. */
  established?: Record<string, string | number | boolean> | undefined;
  /** What the person noted, as JWE under the customer’s key. */
  sealedNote?: string | undefined;
}>;

/** The claim was accepted and its amount may be paid. */
export type ClaimApprovedEvent = EventOf<'claim.approved', {
  policyId: string;
  /** The claim. */
  claimId: string;
  amount: number;
  currency: CurrencyCode;
  by: string;
  at: Instant;
}>;

/** The claim was refused, with the clauses that the refusal rests on. */
export type ClaimRejectedEvent = EventOf<'claim.rejected', {
  policyId: string;
  /** The claim. */
  claimId: string;
  reasons: readonly string[];
  /** What the rejection rests on (LAW Art 24). */
  clauses: readonly string[];
  by: string;
  at: Instant;
}>;

/** The provider has paid the claim out. */
export type ClaimPaidEvent = EventOf<'claim.paid', {
  policyId: string;
  /** The claim. */
  claimId: string;
  amount: number;
  at: Instant;
}>;

/** The money of a paid claim came back from the payee’s bank. */
export type ClaimPayoutReturnedEvent = EventOf<'claim.payout-returned', {
  policyId: string;
  /** The claim. */
  claimId: string;
  at: Instant;
}>;

/** A sandbox’s time was asked to go on. */
export type ClockAdvanceRequestedEvent = EventOf<'clock.advance-requested', {
  /** The clock of a sandbox. */
  clockId: string;
  /** Business time at which the last advance began. */
  from: Instant;
  /** Business time at which it ends. */
  to: Instant;
}>;

/** Everything due on the way has been done; the sandbox’s time runs on from here. */
export type ClockAdvancedEvent = EventOf<'clock.advanced', {
  /** The clock of a sandbox. */
  clockId: string;
  /** How many due things the last advance has done so far. */
  woken: number;
  /** How many failed, and were put off by five minutes. */
  heldUp: number;
  at: Instant;
}>;

/** A person was registered as a customer; the personal data is encrypted under a key of their own. */
export type CustomerRegisteredEvent = EventOf<'customer.registered', {
  /** The customer. */
  customerId: string;
  locale: 'en' | 'zh-CN';
  registeredAt: Instant;
  /** JWE under the person’s own key; unreadable once that key is destroyed. */
  personal: string;
}>;

/** A message to a customer was written down, before anything is sent. */
export type NotificationRequestedEvent = EventOf<'notification.requested', {
  /** The notification. */
  notificationId: string;
  /** Which message it is; new ones join. */
  message: 'policy-issued' | 'premium-reminder' | 'renewal-reminder' | 'policy-cancelled' | 'policy-lapsed' | 'claim-received' | 'claim-approved' | 'claim-rejected' | 'claim-paid' | 'payout-returned';
  /** Whose template: `default`, or a product version. */
  template: string;
  /** SHA-256 of the template as it was, base64url. */
  templateHash: string;
  /** The language that the customer reads. */
  locale: 'en' | 'zh-CN';
  /** How it goes out; new ones join. */
  channel: 'email';
  /** The event that it tells of. */
  eventId: string;
  /** The customer. */
  customerId: string;
  /** The policy. */
  policyId: string;
  /** The claim that it is about, where it is about one. */
  claimId?: string | undefined;
  /** Address, subject and text, as JWE under the customer’s own key. */
  content: string;
  at: Instant;
}>;

/** The mail service has taken the message. */
export type NotificationSentEvent = EventOf<'notification.sent', {
  /** The notification. */
  notificationId: string;
  /** The mail service’s own number of the message. */
  messageId: string;
  at: Instant;
}>;

/** The mail service has refused the message, and will refuse it again. */
export type NotificationFailedEvent = EventOf<'notification.failed', {
  /** The notification. */
  notificationId: string;
  reason: string;
  at: Instant;
}>;

/** The message was not sent, for there is nowhere to send it. */
export type NotificationSkippedEvent = EventOf<'notification.skipped', {
  /** The notification. */
  notificationId: string;
  reason: 'no-address' | 'sandbox' | 'person-erased';
  at: Instant;
}>;

/** A tenant was opened. */
export type TenantOpenedEvent = EventOf<'tenant.opened', {
  /** The profile of a tenant. */
  tenantId: string;
  /** A name by which you know it again; no personal data. */
  name: string;
  /** A sandbox rehearses, with money and insurers that are played; live is real. */
  kind: 'sandbox' | 'live';
  openedAt: Instant;
}>;

/** A credential may now manage the tenant’s credentials. */
export type TenantManagerAddedEvent = EventOf<'tenant.manager-added', {
  /** The profile of a tenant. */
  tenantId: string;
  /** The credential. */
  credentialId: string;
  at: Instant;
}>;

/** A credential may no longer manage the tenant’s credentials. */
export type TenantManagerRemovedEvent = EventOf<'tenant.manager-removed', {
  /** The profile of a tenant. */
  tenantId: string;
  /** The credential. */
  credentialId: string;
  at: Instant;
}>;

/** A sandbox was reset: it lives on in a new generation, with nothing in it but who it is. */
export type TenantResetEvent = EventOf<'tenant.reset', {
  /** The profile of a tenant. */
  tenantId: string;
  /** The generation that begins, from 2 on. */
  generation: number;
  /** The tenant that its tokens named before. */
  ended: string;
  /** The tenant that its tokens name from now on. */
  tenant: string;
  at: Instant;
}>;

/** A credential was issued, with its scopes or roles and its first secret. */
export type CredentialIssuedEvent = EventOf<'credential.issued', {
  /** The credential. */
  credentialId: string;
  /** A name by which you know it again; no personal data. */
  name: string;
  /** What it may do; a person’s follow from the roles. */
  scopes: readonly string[];
  roles: readonly string[];
  /** Stands for a person of the insurer. */
  person: boolean;
  /** A secret of a credential. */
  secretId: string;
  /** SHA-256 of the secret in hex; the secret itself has 256 bits and is kept nowhere. */
  secretHash: string;
  issuedAt: Instant;
}>;

/** A credential got a second secret, for a rotation. */
export type CredentialSecretAddedEvent = EventOf<'credential.secret-added', {
  /** The credential. */
  credentialId: string;
  /** A secret of a credential. */
  secretId: string;
  /** SHA-256 of the secret in hex; the secret itself has 256 bits and is kept nowhere. */
  secretHash: string;
  at: Instant;
}>;

/** A secret of a credential is no longer valid. */
export type CredentialSecretRevokedEvent = EventOf<'credential.secret-revoked', {
  /** The credential. */
  credentialId: string;
  /** A secret of a credential. */
  secretId: string;
  at: Instant;
}>;

/** A credential is no longer valid, with all its secrets. */
export type CredentialRevokedEvent = EventOf<'credential.revoked', {
  /** The credential. */
  credentialId: string;
  at: Instant;
}>;

/** Money is to leave: a refund of premium or the payout of a claim. */
export type DisbursementRequestedEvent = EventOf<'disbursement.requested', {
  policyId: string;
  disbursementId: string;
  claimId?: string | undefined;
  kind: 'refund' | 'payout';
  /** Minor units. */
  amount: number;
  currency: CurrencyCode;
  /** The payment that a refund gives back. */
  paymentId?: string | undefined;
  /** When the provider is asked next. */
  checkAt: Instant;
}>;

/** The provider has taken the order to pay. */
export type DisbursementSubmittedEvent = EventOf<'disbursement.submitted', {
  policyId: string;
  disbursementId: string;
  claimId?: string | undefined;
  /** When the provider is asked next. */
  checkAt: Instant;
}>;

/** The provider’s answer was lost; it is asked again before anything is sent twice. */
export type DisbursementUnknownEvent = EventOf<'disbursement.unknown', {
  policyId: string;
  disbursementId: string;
  claimId?: string | undefined;
  /** When the provider is asked next. */
  checkAt: Instant;
}>;

/** It is time to ask the provider what became of the order to pay. */
export type DisbursementCheckDueEvent = EventOf<'disbursement.check-due', {
  policyId: string;
  disbursementId: string;
  claimId?: string | undefined;
  /** What is known of it so far. */
  status: 'requested' | 'submitted' | 'unknown' | 'succeeded' | 'failed' | 'returned';
  /** How often the provider has been turned to, this time included. */
  attempts: number;
  /** When the provider is asked next. */
  checkAt: Instant;
}>;

/** The provider has confirmed that the money was paid. */
export type DisbursementSucceededEvent = EventOf<'disbursement.succeeded', {
  policyId: string;
  disbursementId: string;
  claimId?: string | undefined;
  providerId: string;
}>;

/** The provider has refused to pay, and no money left. */
export type DisbursementFailedEvent = EventOf<'disbursement.failed', {
  policyId: string;
  disbursementId: string;
  claimId?: string | undefined;
  reason: string;
}>;

/** Money that had been paid came back. */
export type DisbursementReturnedEvent = EventOf<'disbursement.returned', {
  policyId: string;
  disbursementId: string;
  claimId?: string | undefined;
  reason: string;
}>;

/** Money came in that fits no premium due; it is kept and shown. */
export type UnmatchedReceivedEvent = EventOf<'unmatched.received', {
  unmatchedId: string;
  paymentId: string;
  /** Minor units. */
  amount: number;
  currency: CurrencyCode;
  /** Why the money could not be booked. */
  reason: 'wrong-amount' | 'wrong-currency' | 'unknown-reference' | 'policy-not-there-yet' | 'already-paid';
  offerId?: string | undefined;
  policyId?: string | undefined;
  receivedAt: Instant;
}>;

/** Unmatched money was applied to the policy that it belongs to. */
export type UnmatchedAppliedEvent = EventOf<'unmatched.applied', {
  unmatchedId: string;
  policyId: string;
  at: Instant;
}>;

/** A contract was concluded on an offer’s terms. */
export type PolicyBoundEvent = EventOf<'policy.bound', {
  /** The policy. */
  policyId: string;
  terms: {
    /** The offer that was bound. */
    offerId: string;
    productId: string;
    productVersion: number;
    /** The customer. */
    customerId: string;
    reference: string;
    /** What was insured, without anything that identifies a person or a thing. */
    object: Record<string, string | number | boolean>;
    objectHashes: Record<string, string>;
    sealedObject: string;
    holds: readonly string[];
    premium: {
      gross: number;
      tax: number;
      commission: number;
    };
    currency: CurrencyCode;
    zone: string;
    /** `provider`: paid through the payment provider; `partner`: collected at checkout and settled later. */
    collection: 'provider' | 'partner';
    acknowledged: readonly {
      code: string;
      contentHash: string;
    }[];
    boundAt: Instant;
    payBy: Instant;
    remindAt?: {
      premium?: Instant | undefined;
      renewal?: Instant | undefined;
    } | undefined;
  };
  period: {
    /** First instant of cover; absent until the event that begins it. */
    from?: Instant | undefined;
    /** First instant after cover; absent until it is known. */
    to?: Instant | undefined;
  };
}>;

/** A step of the order or journey was reported, such as shipment, and the period follows from it. */
export type PolicyMilestoneRecordedEvent = EventOf<'policy.milestone-recorded', {
  /** The policy. */
  policyId: string;
  milestone: string;
  occurredAt: Instant;
  period: {
    /** First instant of cover; absent until the event that begins it. */
    from?: Instant | undefined;
    /** First instant after cover; absent until it is known. */
    to?: Instant | undefined;
  };
}>;

/** Cover has begun. */
export type PolicyOnRiskEvent = EventOf<'policy.on-risk', {
  /** The policy. */
  policyId: string;
  at: Instant;
}>;

/** Cover has ended by itself. */
export type PolicyExpiredEvent = EventOf<'policy.expired', {
  /** The policy. */
  policyId: string;
  at: Instant;
  reason: 'term-end' | 'never-attached' | 'benefit-exhausted';
}>;

/** The policy was cancelled, with the return premium that the product’s window gives. */
export type PolicyCancelledEvent = EventOf<'policy.cancelled', {
  /** The policy. */
  policyId: string;
  at: Instant;
  reason: string;
  /** The product’s cancellation window that applied. */
  rule: string;
  /** Return premium in minor units, with the tax and the commission inside it. */
  refund: {
    gross: number;
    tax: number;
    commission: number;
  };
}>;

/** Premium was paid for the policy. */
export type PremiumReceivedEvent = EventOf<'premium.received', {
  /** The policy. */
  policyId: string;
  /** The provider’s id of the payment. */
  paymentId: string;
  /** Minor units. */
  amount: number;
  currency: CurrencyCode;
  /** From when it counts: its receipt, or the bind if it came before. */
  at: Instant;
}>;

/** The premium is still open, and it is time to remind the customer of it. */
export type PremiumReminderDueEvent = EventOf<'premium.reminder-due', {
  /** The policy. */
  policyId: string;
  at: Instant;
  /** Until when the premium must come. */
  payBy: Instant;
}>;

/** Cover ends soon, and it is time to remind the customer of it. */
export type RenewalReminderDueEvent = EventOf<'renewal.reminder-due', {
  /** The policy. */
  policyId: string;
  at: Instant;
  /** The first instant without cover. */
  endsAt: Instant;
}>;

/** Money came in for the policy that is not its premium. */
export type PremiumUnappliedEvent = EventOf<'premium.unapplied', {
  /** The policy. */
  policyId: string;
  /** The provider’s id of the payment. */
  paymentId: string;
  /** Minor units. */
  amount: number;
  currency: CurrencyCode;
  reason: string;
}>;

/** An endpoint was made; from here on it is told what happens. */
export type EndpointCreatedEvent = EventOf<'endpoint.created', {
  /** The endpoint. */
  endpointId: string;
  /** A name by which you know it again; no personal data. */
  name?: string | undefined;
  /** Where webhooks are sent. */
  url?: string | undefined;
  /** The EventBridge bus that gets the events instead. */
  eventBusArn?: string | undefined;
  /** Only these event types; all if empty. */
  types: readonly string[];
  /** `full`: the whole event, as GET /v1/events shows it; `thin`: the same envelope without `data`. */
  payload: 'full' | 'thin';
  /** Keyed hash of the place that it takes among its tenant’s endpoints. */
  slot: string;
  /** A signing secret of an endpoint. */
  secretId?: string | undefined;
  createdAt: Instant;
}>;

/** An endpoint got another address, filter or payload. */
export type EndpointChangedEvent = EventOf<'endpoint.changed', {
  /** The endpoint. */
  endpointId: string;
  at: Instant;
  /** A name by which you know it again; no personal data. */
  name?: string | undefined;
  /** Where webhooks are sent. */
  url?: string | undefined;
  /** The EventBridge bus that gets the events instead. */
  eventBusArn?: string | undefined;
  /** Only these event types; all if empty. */
  types: readonly string[];
  /** `full`: the whole event, as GET /v1/events shows it; `thin`: the same envelope without `data`. */
  payload: 'full' | 'thin';
}>;

/** Nothing is sent to an endpoint any more. */
export type EndpointDisabledEvent = EventOf<'endpoint.disabled', {
  /** The endpoint. */
  endpointId: string;
  at: Instant;
  /** `asked`: by you; `gone`: it answered 410; `failing`: it took nothing for five days. */
  reason: 'asked' | 'gone' | 'failing';
  /** Events recorded since then may have been missed. */
  missedFrom: Instant;
}>;

/** An endpoint is told again what happens. */
export type EndpointEnabledEvent = EventOf<'endpoint.enabled', {
  /** The endpoint. */
  endpointId: string;
  at: Instant;
}>;

/** An endpoint was deleted for ever. */
export type EndpointDeletedEvent = EventOf<'endpoint.deleted', {
  /** The endpoint. */
  endpointId: string;
  at: Instant;
}>;

/** An endpoint got a second signing secret: both sign until one is retired. */
export type EndpointSecretAddedEvent = EventOf<'endpoint.secret-added', {
  /** The endpoint. */
  endpointId: string;
  at: Instant;
  /** A signing secret of an endpoint. */
  secretId: string;
}>;

/** A signing secret of an endpoint signs no more. */
export type EndpointSecretRetiredEvent = EventOf<'endpoint.secret-retired', {
  /** The endpoint. */
  endpointId: string;
  at: Instant;
  /** A signing secret of an endpoint. */
  secretId: string;
}>;

/** An endpoint was tried; nothing happened. */
export type WebhookPingEvent = EventOf<'webhook.ping', {
  /** The endpoint. */
  endpointId: string;
}>;

/** What a webhook tells: branch on `type`. */
export type WebhookEvent =
  | AlertRaisedEvent
  | AlertAcknowledgedEvent
  | AlertClosedEvent
  | BasketBoundEvent
  | BasketOptedOutEvent
  | CheckpointSignedEvent
  | StatementClosedEvent
  | StatementSettledEvent
  | ClaimReportedEvent
  | ClaimRegisteredEvent
  | ClaimAwaitingFactsEvent
  | ClaimLookDueEvent
  | ClaimReferredEvent
  | ClaimAssessedEvent
  | ClaimApprovedEvent
  | ClaimRejectedEvent
  | ClaimPaidEvent
  | ClaimPayoutReturnedEvent
  | ClockAdvanceRequestedEvent
  | ClockAdvancedEvent
  | CustomerRegisteredEvent
  | NotificationRequestedEvent
  | NotificationSentEvent
  | NotificationFailedEvent
  | NotificationSkippedEvent
  | TenantOpenedEvent
  | TenantManagerAddedEvent
  | TenantManagerRemovedEvent
  | TenantResetEvent
  | CredentialIssuedEvent
  | CredentialSecretAddedEvent
  | CredentialSecretRevokedEvent
  | CredentialRevokedEvent
  | DisbursementRequestedEvent
  | DisbursementSubmittedEvent
  | DisbursementUnknownEvent
  | DisbursementCheckDueEvent
  | DisbursementSucceededEvent
  | DisbursementFailedEvent
  | DisbursementReturnedEvent
  | UnmatchedReceivedEvent
  | UnmatchedAppliedEvent
  | PolicyBoundEvent
  | PolicyMilestoneRecordedEvent
  | PolicyOnRiskEvent
  | PolicyExpiredEvent
  | PolicyCancelledEvent
  | PremiumReceivedEvent
  | PremiumReminderDueEvent
  | RenewalReminderDueEvent
  | PremiumUnappliedEvent
  | EndpointCreatedEvent
  | EndpointChangedEvent
  | EndpointDisabledEvent
  | EndpointEnabledEvent
  | EndpointDeletedEvent
  | EndpointSecretAddedEvent
  | EndpointSecretRetiredEvent
  | WebhookPingEvent;
