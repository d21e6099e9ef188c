// Made by `npm run generate` from docs/reference/openapi.json. Change what it is made from.

import type {
  OffsetDateTime,
  CloseAlert,
  SettleStatement,
  ClaimBatch,
  ReportClaim,
  AssessClaim,
  ApproveClaim,
  RejectClaim,
  AdvanceClock,
  CustomerBatch,
  RegisterCustomer,
  FindCustomer,
  CreateSandbox,
  CreateCredential,
  TokenForm,
  PolicyBatch,
  BindPolicy,
  BindBasket,
  RecordOptOuts,
  RecordMilestone,
  CancellationRequest,
  CancelPolicy,
  QuoteRequest,
  CreateWebhookEndpoint,
  ChangeWebhookEndpoint,
  WebhookReplayWish,
  FireEvent,
  AlertPage,
  Alert,
  History,
  HistoryEntry,
  HistoryProof,
  SignedCheckpoint,
  Statement,
  StatementPage,
  BatchResult,
  Claim,
  ClaimList,
  Policy,
  ClaimQueue,
  ClaimFile,
  ClaimWithPolicy,
  Clock,
  SandboxTime,
  Customer,
  CustomerWithPolicies,
  EventPage,
  Event,
  Health,
  NotificationPage,
  Notification,
  NotificationDetail,
  Sandbox,
  SandboxReset,
  IssuedCredential,
  CredentialPage,
  Credential,
  RoleList,
  TokenAnswer,
  TokenKeys,
  AuthorizationServer,
  Revocations,
  InboxPage,
  InboxEntry,
  InboxReplay,
  UnmatchedPage,
  UnmatchedMoney,
  PolicyList,
  BoundBasket,
  BasketPage,
  Basket,
  BasketDetail,
  PolicyDetail,
  CancellationPreview,
  Cancellation,
  Certificate,
  Verification,
  ProductList,
  ProductDetail,
  QuoteResponse,
  WebhookEndpointWithSecret,
  WebhookEndpointPage,
  WebhookEndpoint,
  WebhookDeliveryPage,
  WebhookDelivery,
  WebhookRehearsal,
} from './schemas.ts';

/** What each operation is asked, what it answers, and the codes of its problems. */
export interface Operations {
  listAlerts: {
    asked: {
      /** The `next` of the page before, under the very same filter; with another filter it is refused. */
      cursor?: string | undefined;
      /**
       * How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.
       *
       * @example 20
       */
      limit?: number | undefined;
      /** Only what came at this instant or later. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`. */
      createdFrom?: OffsetDateTime | undefined;
      /** Only what came before this instant. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`. */
      createdTo?: OffsetDateTime | undefined;
      /** Only objects that stand there at the moment of the request. */
      status?: 'raised' | 'acknowledged' | 'closed' | undefined;
    };
    answer: AlertPage;
    item: Alert;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getAlert: {
    asked: {
      /**
       * The alert.
       *
       * @example "alr_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      alertId: string;
    };
    answer: Alert;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'alert-not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  acknowledgeAlert: {
    asked: {
      /**
       * The alert.
       *
       * @example "alr_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      alertId: string;
    };
    answer: Alert;
    problem: 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'alert-not-found' | 'alert-state-refuses' | 'changed-meanwhile' | 'version-differs' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  closeAlert: {
    asked: {
      /**
       * The alert.
       *
       * @example "alr_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      alertId: string;
    } & CloseAlert;
    answer: Alert;
    problem: 'malformed-json' | 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'alert-not-found' | 'request-timeout' | 'alert-state-refuses' | 'changed-meanwhile' | 'version-differs' | 'body-too-large' | 'unsupported-media-type' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getHistory: {
    asked: {
      /** A policy, claim, customer, unmatched money, alert, statement, basket, tenant, credential, clock, notification, webhook endpoint or the checkpoints; new kinds join. */
      objectId: string;
      /** The `next` of the page before, under the very same filter; with another filter it is refused. */
      cursor?: string | undefined;
      /**
       * How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.
       *
       * @example 20
       */
      limit?: number | undefined;
    };
    answer: History;
    item: HistoryEntry;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'object-not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getProof: {
    asked: {
      /** A policy, claim, customer, unmatched money, alert, statement, basket, tenant, credential, clock, notification, webhook endpoint or the checkpoints; new kinds join. */
      objectId: string;
    };
    answer: HistoryProof;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'object-not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getCheckpoint: {
    asked: {
      /**
       * A checkpoint by its number, or `latest`.
       *
       * @example "latest"
       */
      number: string;
      /**
       * The number of an older checkpoint that you kept; asks for the proof that nothing was rewritten since.
       *
       * @example 1
       */
      since?: number | undefined;
    };
    answer: SignedCheckpoint;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'checkpoint-not-found' | 'checkpoint-not-older' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  closeStatement: {
    asked: {};
    answer: Statement;
    problem: 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'nothing-to-settle' | 'changed-meanwhile' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  listStatements: {
    asked: {
      /** The `next` of the page before, under the very same filter; with another filter it is refused. */
      cursor?: string | undefined;
      /**
       * How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.
       *
       * @example 20
       */
      limit?: number | undefined;
      /** Only what came at this instant or later. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`. */
      createdFrom?: OffsetDateTime | undefined;
      /** Only what came before this instant. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`. */
      createdTo?: OffsetDateTime | undefined;
      /** Only objects that stand there at the moment of the request. */
      status?: 'closed' | 'settled' | undefined;
    };
    answer: StatementPage;
    item: Statement;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  settleStatement: {
    asked: {
      /**
       * The statement.
       *
       * @example "stm_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      statementId: string;
    } & SettleStatement;
    answer: Statement;
    problem: 'malformed-json' | 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'statement-not-found' | 'request-timeout' | 'statement-already-settled' | 'changed-meanwhile' | 'version-differs' | 'body-too-large' | 'unsupported-media-type' | 'settlement-differs' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getStatement: {
    asked: {
      /**
       * The statement.
       *
       * @example "stm_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      statementId: string;
    };
    answer: Statement;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'statement-not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  batchClaims: {
    asked: ClaimBatch;
    answer: BatchResult;
    problem: 'malformed-json' | 'unauthenticated' | 'forbidden' | 'request-timeout' | 'body-too-large' | 'unsupported-media-type' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  reportClaim: {
    asked: {
      /**
       * The policy.
       *
       * @example "pol_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      policyId: string;
    } & ReportClaim;
    answer: Claim;
    problem: 'malformed-json' | 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'policy-not-found' | 'customer-not-found' | 'request-timeout' | 'policy-state-refuses' | 'claim-already-open' | 'waybill-already-used' | 'changed-meanwhile' | 'body-too-large' | 'unsupported-media-type' | 'loss-after-report' | 'coverage-not-included' | 'not-in-force' | 'in-waiting-period' | 'excluded' | 'claims-used-up' | 'limit-used-up' | 'too-many-claims' | 'claim-form-invalid' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  listClaims: {
    asked: {
      /** The `next` of the page before, under the very same filter; with another filter it is refused. */
      cursor?: string | undefined;
      /**
       * How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.
       *
       * @example 20
       */
      limit?: number | undefined;
      /** Only what came at this instant or later. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`. */
      createdFrom?: OffsetDateTime | undefined;
      /** Only what came before this instant. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`. */
      createdTo?: OffsetDateTime | undefined;
      /** Only objects that stand there at the moment of the request. */
      status?: 'reported' | 'registered' | 'awaiting-facts' | 'in-review' | 'assessed' | 'approved' | 'rejected' | 'paid' | undefined;
      /**
       * Only of this customer.
       *
       * @example "cus_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      customerId?: string | undefined;
      /**
       * Only what stands under your own number.
       *
       * @example "checkout-7f3a9c"
       */
      reference?: string | undefined;
      /**
       * Only of this policy.
       *
       * @example "pol_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      policyId?: string | undefined;
      /**
       * Related objects to show in `included`, separated by commas: `policy` (needs `policies:read`).
       *
       * @example "policy"
       */
      include?: string | undefined;
    };
    answer: ClaimList;
    item: Claim;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  listClaimsToDecide: {
    asked: {
      /** The `next` of the page before, under the very same filter; with another filter it is refused. */
      cursor?: string | undefined;
      /**
       * How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.
       *
       * @example 20
       */
      limit?: number | undefined;
      /** Only what came at this instant or later. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`. */
      createdFrom?: OffsetDateTime | undefined;
      /** Only what came before this instant. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`. */
      createdTo?: OffsetDateTime | undefined;
      /** Only objects that stand there at the moment of the request. */
      status?: 'in-review' | 'assessed' | undefined;
      /**
       * Only of this policy.
       *
       * @example "pol_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      policyId?: string | undefined;
    };
    answer: ClaimQueue;
    item: ClaimFile;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getClaim: {
    asked: {
      /**
       * The claim.
       *
       * @example "clm_01jd8x2k7v5m3q9w4t6y8r0z1b001"
       */
      claimId: string;
      /** Effective time: what had taken effect by then, whenever it was recorded. Encode a `+` as `%2B`; now if absent. */
      asOf?: OffsetDateTime | undefined;
      /** Recorded time: only what the platform had recorded by then, as `recordedAt` in the history says. With `asOf`: what was known then about that time. */
      knownAt?: OffsetDateTime | undefined;
      /**
       * Related objects to show in `included`, separated by commas: `policy` (needs `policies:read`).
       *
       * @example "policy"
       */
      include?: string | undefined;
    };
    answer: ClaimWithPolicy;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'claim-not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  assessClaim: {
    asked: {
      /**
       * The claim.
       *
       * @example "clm_01jd8x2k7v5m3q9w4t6y8r0z1b001"
       */
      claimId: string;
    } & AssessClaim;
    answer: ClaimFile;
    problem: 'malformed-json' | 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'claim-not-found' | 'request-timeout' | 'claim-state-refuses' | 'changed-meanwhile' | 'version-differs' | 'body-too-large' | 'unsupported-media-type' | 'above-remaining-limit' | 'findings-invalid' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  approveClaim: {
    asked: {
      /**
       * The claim.
       *
       * @example "clm_01jd8x2k7v5m3q9w4t6y8r0z1b001"
       */
      claimId: string;
    } & ApproveClaim;
    answer: ClaimFile;
    problem: 'malformed-json' | 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'own-assessment' | 'above-authority' | 'forbidden' | 'claim-not-found' | 'request-timeout' | 'claim-state-refuses' | 'assessment-changed' | 'changed-meanwhile' | 'version-differs' | 'body-too-large' | 'unsupported-media-type' | 'loss-after-report' | 'coverage-not-included' | 'not-in-force' | 'in-waiting-period' | 'excluded' | 'claims-used-up' | 'nothing-to-approve' | 'above-remaining-limit' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  rejectClaim: {
    asked: {
      /**
       * The claim.
       *
       * @example "clm_01jd8x2k7v5m3q9w4t6y8r0z1b001"
       */
      claimId: string;
    } & RejectClaim;
    answer: ClaimFile;
    problem: 'malformed-json' | 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'claim-not-found' | 'request-timeout' | 'claim-state-refuses' | 'changed-meanwhile' | 'version-differs' | 'body-too-large' | 'unsupported-media-type' | 'reason-not-in-product' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getClock: {
    asked: {};
    answer: Clock;
    problem: 'unauthenticated' | 'sandbox-only' | 'forbidden' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  advanceClock: {
    asked: AdvanceClock;
    answer: Clock;
    problem: 'malformed-json' | 'idempotency-key-missing' | 'unauthenticated' | 'sandbox-only' | 'forbidden' | 'request-timeout' | 'clock-is-advancing' | 'clock-only-goes-forward' | 'changed-meanwhile' | 'body-too-large' | 'unsupported-media-type' | 'clock-beyond-calendar' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getSandboxTime: {
    asked: {
      /**
       * Whose time it is.
       *
       * @example "sandbox-shop"
       */
      tenantId: string;
    };
    answer: SandboxTime;
    problem: 'malformed-url' | 'sandbox-only' | 'not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  batchCustomers: {
    asked: CustomerBatch;
    answer: BatchResult;
    problem: 'malformed-json' | 'unauthenticated' | 'forbidden' | 'request-timeout' | 'body-too-large' | 'unsupported-media-type' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  registerCustomer: {
    asked: RegisterCustomer;
    answer: Customer;
    problem: 'malformed-json' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'request-timeout' | 'customer-already-registered' | 'changed-meanwhile' | 'body-too-large' | 'unsupported-media-type' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  findCustomer: {
    asked: FindCustomer;
    answer: Customer;
    problem: 'malformed-json' | 'unauthenticated' | 'forbidden' | 'customer-not-found' | 'request-timeout' | 'body-too-large' | 'unsupported-media-type' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getCustomer: {
    asked: {
      /**
       * The customer.
       *
       * @example "cus_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      customerId: string;
      /**
       * Related objects to show in `included`, separated by commas: `policies` (needs `policies:read`).
       *
       * @example "policies"
       */
      include?: string | undefined;
    };
    answer: CustomerWithPolicies;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'customer-not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  listEvents: {
    asked: {
      /** The `next` of the page before; from the very beginning if absent. */
      after?: string | undefined;
      /**
       * How many records are read, 1 to 100; each holds up to nine events. Under a filter a page may hold fewer, or none: go on with `next` until it stays the same.
       *
       * @example 50
       */
      limit?: number | undefined;
      /**
       * Only events of these types, separated by commas.
       *
       * @example "policy.bound,policy.cancelled"
       */
      types?: string | undefined;
      /** Only events of this object. */
      objectId?: string | undefined;
    };
    answer: EventPage;
    item: Event;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getHealth: {
    asked: {};
    answer: Health;
    problem: 'not-found' | 'invalid-request' | 'rate-limited' | 'internal';
  };
  listNotifications: {
    asked: {
      /** The `next` of the page before, under the very same filter; with another filter it is refused. */
      cursor?: string | undefined;
      /**
       * How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.
       *
       * @example 20
       */
      limit?: number | undefined;
      /** Only what came at this instant or later. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`. */
      createdFrom?: OffsetDateTime | undefined;
      /** Only what came before this instant. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`. */
      createdTo?: OffsetDateTime | undefined;
      /** Only objects that stand there at the moment of the request. */
      status?: 'requested' | 'sent' | 'failed' | 'skipped' | undefined;
      /**
       * Only of this customer.
       *
       * @example "cus_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      customerId?: string | undefined;
      /**
       * Only of this policy.
       *
       * @example "pol_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      policyId?: string | undefined;
    };
    answer: NotificationPage;
    item: Notification;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getNotification: {
    asked: {
      /**
       * The notification.
       *
       * @example "ntf_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      notificationId: string;
    };
    answer: NotificationDetail;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'notification-not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  createSandbox: {
    asked: CreateSandbox;
    answer: Sandbox;
    problem: 'malformed-json' | 'idempotency-key-missing' | 'not-found' | 'request-timeout' | 'changed-meanwhile' | 'body-too-large' | 'unsupported-media-type' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  resetSandbox: {
    asked: {};
    answer: SandboxReset;
    problem: 'idempotency-key-missing' | 'unauthenticated' | 'sandbox-only' | 'forbidden' | 'changed-meanwhile' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  createCredential: {
    asked: CreateCredential;
    answer: IssuedCredential;
    problem: 'malformed-json' | 'idempotency-key-missing' | 'unauthenticated' | 'people-need-a-sandbox' | 'scopes-exceed-own' | 'forbidden' | 'request-timeout' | 'credential-state-refuses' | 'changed-meanwhile' | 'body-too-large' | 'unsupported-media-type' | 'role-unknown' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  listCredentials: {
    asked: {
      /** The `next` of the page before, under the very same filter; with another filter it is refused. */
      cursor?: string | undefined;
      /**
       * How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.
       *
       * @example 20
       */
      limit?: number | undefined;
    };
    answer: CredentialPage;
    item: Credential;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getCredential: {
    asked: {
      /**
       * The credential.
       *
       * @example "crd_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      credentialId: string;
    };
    answer: Credential;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'credential-not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  addCredentialSecret: {
    asked: {
      /**
       * The credential.
       *
       * @example "crd_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      credentialId: string;
    };
    answer: IssuedCredential;
    problem: 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'scopes-exceed-own' | 'forbidden' | 'credential-not-found' | 'credential-state-refuses' | 'changed-meanwhile' | 'version-differs' | 'too-many-secrets' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  revokeCredentialSecret: {
    asked: {
      /**
       * The credential.
       *
       * @example "crd_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      credentialId: string;
      /**
       * A secret of a credential.
       *
       * @example "sec_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      secretId: string;
    };
    answer: Credential;
    problem: 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'scopes-exceed-own' | 'forbidden' | 'credential-not-found' | 'secret-not-found' | 'credential-state-refuses' | 'last-secret' | 'changed-meanwhile' | 'version-differs' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  revokeCredential: {
    asked: {
      /**
       * The credential.
       *
       * @example "crd_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      credentialId: string;
    };
    answer: Credential;
    problem: 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'scopes-exceed-own' | 'forbidden' | 'credential-not-found' | 'credential-state-refuses' | 'last-manager' | 'changed-meanwhile' | 'version-differs' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  listRoles: {
    asked: {};
    answer: RoleList;
    problem: 'unauthenticated' | 'forbidden' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  issueToken: {
    asked: TokenForm;
    answer: TokenAnswer;
    problem: 'invalid-scope' | 'unsupported-grant-type' | 'subject-token-invalid' | 'person-not-placed' | 'target-invalid' | 'token-request-invalid' | 'invalid-client' | 'not-found' | 'request-timeout' | 'body-too-large' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getTokenKeys: {
    asked: {};
    answer: TokenKeys;
    problem: 'not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getAuthorizationServer: {
    asked: {};
    answer: AuthorizationServer;
    problem: 'not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getRevocations: {
    asked: {};
    answer: Revocations;
    problem: 'not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  listInboxEntries: {
    asked: {
      /** The `next` of the page before, under the very same filter; with another filter it is refused. */
      cursor?: string | undefined;
      /**
       * How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.
       *
       * @example 20
       */
      limit?: number | undefined;
      /** Only what came at this instant or later. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`. */
      createdFrom?: OffsetDateTime | undefined;
      /** Only what came before this instant. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`. */
      createdTo?: OffsetDateTime | undefined;
      /** Only objects that stand there at the moment of the request. */
      status?: 'received' | 'done' | 'refused' | 'failed' | undefined;
      /**
       * The provider that sent it.
       *
       * @example "stripe"
       */
      provider?: string | undefined;
    };
    answer: InboxPage;
    item: InboxEntry;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getInboxEntry: {
    asked: {
      /**
       * Identifier of a webhook in the inbox.
       *
       * @example "inb_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      entryId: string;
    };
    answer: InboxEntry;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'inbox-entry-not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  replayInboxEntry: {
    asked: {
      /**
       * Identifier of a webhook in the inbox.
       *
       * @example "inb_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      entryId: string;
    };
    answer: InboxReplay;
    problem: 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'inbox-entry-not-found' | 'changed-meanwhile' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  listUnmatchedMoney: {
    asked: {
      /** The `next` of the page before, under the very same filter; with another filter it is refused. */
      cursor?: string | undefined;
      /**
       * How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.
       *
       * @example 20
       */
      limit?: number | undefined;
      /** Only what came at this instant or later. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`. */
      createdFrom?: OffsetDateTime | undefined;
      /** Only what came before this instant. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`. */
      createdTo?: OffsetDateTime | undefined;
      /** Only objects that stand there at the moment of the request. */
      status?: 'open' | 'applied' | undefined;
    };
    answer: UnmatchedPage;
    item: UnmatchedMoney;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getUnmatchedMoney: {
    asked: {
      /**
       * The unmatched money.
       *
       * @example "unm_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      unmatchedId: string;
    };
    answer: UnmatchedMoney;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'unmatched-not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  batchPolicies: {
    asked: PolicyBatch;
    answer: BatchResult;
    problem: 'malformed-json' | 'unauthenticated' | 'forbidden' | 'request-timeout' | 'body-too-large' | 'unsupported-media-type' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  bindPolicy: {
    asked: BindPolicy;
    answer: Policy;
    problem: 'malformed-json' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'customer-not-found' | 'request-timeout' | 'quote-mismatch' | 'product-not-active' | 'price-changed' | 'quote-already-bound' | 'object-already-insured' | 'changed-meanwhile' | 'quote-expired' | 'body-too-large' | 'unsupported-media-type' | 'quote-tampered' | 'no-longer-eligible' | 'disclosures-not-acknowledged' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  listPolicies: {
    asked: {
      /** The `next` of the page before, under the very same filter; with another filter it is refused. */
      cursor?: string | undefined;
      /**
       * How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.
       *
       * @example 20
       */
      limit?: number | undefined;
      /** Only what came at this instant or later. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`. */
      createdFrom?: OffsetDateTime | undefined;
      /** Only what came before this instant. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`. */
      createdTo?: OffsetDateTime | undefined;
      /** Only objects that stand there at the moment of the request. */
      status?: 'pending' | 'on-risk' | 'expired' | 'cancelled' | undefined;
      /**
       * Only of this customer.
       *
       * @example "cus_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      customerId?: string | undefined;
      /**
       * Only what stands under your own number.
       *
       * @example "checkout-7f3a9c"
       */
      reference?: string | undefined;
      /**
       * Related objects to show in `included`, separated by commas: `customer` (needs `customers:read`).
       *
       * @example "customer"
       */
      include?: string | undefined;
    };
    answer: PolicyList;
    item: Policy;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  bindBasket: {
    asked: BindBasket;
    answer: BoundBasket;
    problem: 'malformed-json' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'customer-not-found' | 'request-timeout' | 'quote-mismatch' | 'product-not-active' | 'price-changed' | 'quote-already-bound' | 'object-already-insured' | 'offer-already-declined' | 'changed-meanwhile' | 'quote-expired' | 'body-too-large' | 'unsupported-media-type' | 'quote-tampered' | 'no-longer-eligible' | 'disclosures-not-acknowledged' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  listBaskets: {
    asked: {
      /** The `next` of the page before, under the very same filter; with another filter it is refused. */
      cursor?: string | undefined;
      /**
       * How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.
       *
       * @example 20
       */
      limit?: number | undefined;
      /** Only what came at this instant or later. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`. */
      createdFrom?: OffsetDateTime | undefined;
      /** Only what came before this instant. Claims by the time of their report (in a sandbox, by its clock), all else by the time of its first record. Encode a `+` as `%2B`. */
      createdTo?: OffsetDateTime | undefined;
      /**
       * Only of this customer.
       *
       * @example "cus_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      customerId?: string | undefined;
      /**
       * Only what stands under your own number.
       *
       * @example "checkout-7f3a9c"
       */
      reference?: string | undefined;
    };
    answer: BasketPage;
    item: Basket;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  recordOptOuts: {
    asked: RecordOptOuts;
    answer: Basket;
    problem: 'malformed-json' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'request-timeout' | 'quote-already-bound' | 'offer-already-declined' | 'changed-meanwhile' | 'body-too-large' | 'unsupported-media-type' | 'quote-tampered' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getBasket: {
    asked: {
      /**
       * What a buyer decided about the offers of one checkout.
       *
       * @example "bsk_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      basketId: string;
      /**
       * Related objects to show in `included`, separated by commas: `policies` (needs `policies:read`).
       *
       * @example "policies"
       */
      include?: string | undefined;
    };
    answer: BasketDetail;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'basket-not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getPolicy: {
    asked: {
      /**
       * The policy.
       *
       * @example "pol_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      policyId: string;
      /** Effective time: what had taken effect by then, whenever it was recorded. Encode a `+` as `%2B`; now if absent. */
      asOf?: OffsetDateTime | undefined;
      /** Recorded time: only what the platform had recorded by then, as `recordedAt` in the history says. With `asOf`: what was known then about that time. */
      knownAt?: OffsetDateTime | undefined;
      /**
       * Related objects to show in `included`, separated by commas: `customer` (needs `customers:read`), `claims` (needs `claims:read`).
       *
       * @example "customer,claims"
       */
      include?: string | undefined;
    };
    answer: PolicyDetail;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'policy-not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  recordMilestone: {
    asked: {
      /**
       * The policy.
       *
       * @example "pol_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      policyId: string;
    } & RecordMilestone;
    answer: Policy;
    problem: 'malformed-json' | 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'policy-not-found' | 'request-timeout' | 'policy-state-refuses' | 'milestone-out-of-order' | 'changed-meanwhile' | 'version-differs' | 'body-too-large' | 'unsupported-media-type' | 'milestone-not-in-product' | 'milestone-in-future' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  previewCancellation: {
    asked: {
      /**
       * The policy.
       *
       * @example "pol_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      policyId: string;
    } & CancellationRequest;
    answer: CancellationPreview;
    problem: 'malformed-json' | 'malformed-url' | 'unauthenticated' | 'forbidden' | 'policy-not-found' | 'request-timeout' | 'policy-state-refuses' | 'claim-open' | 'cancellation-closed' | 'version-differs' | 'body-too-large' | 'unsupported-media-type' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  cancelPolicy: {
    asked: {
      /**
       * The policy.
       *
       * @example "pol_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      policyId: string;
    } & CancelPolicy;
    answer: Cancellation;
    problem: 'malformed-json' | 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'policy-not-found' | 'request-timeout' | 'policy-state-refuses' | 'claim-open' | 'cancellation-closed' | 'preview-outdated' | 'changed-meanwhile' | 'preview-expired' | 'version-differs' | 'body-too-large' | 'unsupported-media-type' | 'preview-invalid' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getCertificate: {
    asked: {
      /**
       * The policy.
       *
       * @example "pol_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      policyId: string;
    };
    answer: Certificate;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'policy-not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  verifyPolicy: {
    asked: {
      /**
       * The insurer or partner that issued it.
       *
       * @example "sandbox-shop"
       */
      tenantId: string;
      /** Number on the certificate. */
      policyNumber: string;
      /** Verification code on the certificate. */
      code: string;
    };
    answer: Verification;
    problem: 'malformed-url' | 'not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  listProducts: {
    asked: {};
    answer: ProductList;
    problem: 'unauthenticated' | 'forbidden' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getProduct: {
    asked: {
      /**
       * The product.
       *
       * @example "device-protection"
       */
      productId: string;
      /** A version; the newest if absent. */
      version?: number | undefined;
    };
    answer: ProductDetail;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'product-not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  createQuote: {
    asked: QuoteRequest;
    answer: QuoteResponse;
    problem: 'malformed-json' | 'unauthenticated' | 'forbidden' | 'request-timeout' | 'body-too-large' | 'unsupported-media-type' | 'invalid-inputs' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  createWebhookEndpoint: {
    asked: CreateWebhookEndpoint;
    answer: WebhookEndpointWithSecret;
    problem: 'malformed-json' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'request-timeout' | 'endpoint-state-refuses' | 'changed-meanwhile' | 'body-too-large' | 'unsupported-media-type' | 'target-refused' | 'too-many-endpoints' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  listWebhookEndpoints: {
    asked: {
      /** The `next` of the page before, under the very same filter; with another filter it is refused. */
      cursor?: string | undefined;
      /**
       * How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.
       *
       * @example 20
       */
      limit?: number | undefined;
    };
    answer: WebhookEndpointPage;
    item: WebhookEndpoint;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getWebhookEndpoint: {
    asked: {
      /**
       * The endpoint.
       *
       * @example "whe_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      endpointId: string;
    };
    answer: WebhookEndpoint;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'endpoint-not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  changeWebhookEndpoint: {
    asked: {
      /**
       * The endpoint.
       *
       * @example "whe_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      endpointId: string;
    } & ChangeWebhookEndpoint;
    answer: WebhookEndpoint;
    problem: 'malformed-json' | 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'endpoint-not-found' | 'request-timeout' | 'endpoint-state-refuses' | 'changed-meanwhile' | 'version-differs' | 'body-too-large' | 'unsupported-media-type' | 'target-refused' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  disableWebhookEndpoint: {
    asked: {
      /**
       * The endpoint.
       *
       * @example "whe_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      endpointId: string;
    };
    answer: WebhookEndpoint;
    problem: 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'endpoint-not-found' | 'endpoint-state-refuses' | 'changed-meanwhile' | 'version-differs' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  enableWebhookEndpoint: {
    asked: {
      /**
       * The endpoint.
       *
       * @example "whe_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      endpointId: string;
    };
    answer: WebhookEndpoint;
    problem: 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'endpoint-not-found' | 'endpoint-state-refuses' | 'changed-meanwhile' | 'version-differs' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  deleteWebhookEndpoint: {
    asked: {
      /**
       * The endpoint.
       *
       * @example "whe_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      endpointId: string;
    };
    answer: WebhookEndpoint;
    problem: 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'endpoint-not-found' | 'endpoint-state-refuses' | 'changed-meanwhile' | 'version-differs' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  addWebhookSecret: {
    asked: {
      /**
       * The endpoint.
       *
       * @example "whe_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      endpointId: string;
    };
    answer: WebhookEndpointWithSecret;
    problem: 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'endpoint-not-found' | 'endpoint-state-refuses' | 'changed-meanwhile' | 'version-differs' | 'too-many-webhook-secrets' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  retireWebhookSecret: {
    asked: {
      /**
       * The endpoint.
       *
       * @example "whe_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      endpointId: string;
      /**
       * A signing secret of an endpoint.
       *
       * @example "whs_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      webhookSecretId: string;
    };
    answer: WebhookEndpoint;
    problem: 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'endpoint-not-found' | 'webhook-secret-not-found' | 'endpoint-state-refuses' | 'last-webhook-secret' | 'changed-meanwhile' | 'version-differs' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  listDeliveries: {
    asked: {
      /**
       * The endpoint.
       *
       * @example "whe_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      endpointId: string;
      /** The `next` of the page before, under the very same filter; with another filter it is refused. */
      cursor?: string | undefined;
      /**
       * How many items at most, 1 to 50. A filtered page may hold fewer, or none: follow `next` until it is absent.
       *
       * @example 20
       */
      limit?: number | undefined;
      /** Only deliveries that stand there now. */
      status?: 'pending' | 'delivered' | 'failed' | undefined;
    };
    answer: WebhookDeliveryPage;
    item: WebhookDelivery;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'endpoint-not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  getDelivery: {
    asked: {
      /**
       * The endpoint.
       *
       * @example "whe_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      endpointId: string;
      /**
       * The delivery of one event to one endpoint.
       *
       * @example "dlv_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      deliveryId: string;
    };
    answer: WebhookDelivery;
    problem: 'malformed-url' | 'unauthenticated' | 'forbidden' | 'endpoint-not-found' | 'delivery-not-found' | 'invalid-request' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  resendDelivery: {
    asked: {
      /**
       * The endpoint.
       *
       * @example "whe_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      endpointId: string;
      /**
       * The delivery of one event to one endpoint.
       *
       * @example "dlv_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      deliveryId: string;
    };
    answer: WebhookDelivery;
    problem: 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'endpoint-not-found' | 'delivery-not-found' | 'endpoint-state-refuses' | 'changed-meanwhile' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  pingWebhookEndpoint: {
    asked: {
      /**
       * The endpoint.
       *
       * @example "whe_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      endpointId: string;
    };
    answer: WebhookDelivery;
    problem: 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'endpoint-not-found' | 'endpoint-state-refuses' | 'changed-meanwhile' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  replayWebhooks: {
    asked: {
      /**
       * The endpoint.
       *
       * @example "whe_01jd8x2k7v5m3q9w4t6y8r0z1b"
       */
      endpointId: string;
    } & WebhookReplayWish;
    answer: WebhookEndpoint;
    problem: 'malformed-json' | 'malformed-url' | 'idempotency-key-missing' | 'unauthenticated' | 'forbidden' | 'endpoint-not-found' | 'request-timeout' | 'endpoint-state-refuses' | 'replay-running' | 'nothing-missed' | 'changed-meanwhile' | 'version-differs' | 'body-too-large' | 'unsupported-media-type' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
  fireEvent: {
    asked: FireEvent;
    answer: WebhookRehearsal;
    problem: 'malformed-json' | 'idempotency-key-missing' | 'unauthenticated' | 'sandbox-only' | 'forbidden' | 'endpoint-not-found' | 'request-timeout' | 'endpoint-state-refuses' | 'changed-meanwhile' | 'body-too-large' | 'unsupported-media-type' | 'invalid-request' | 'idempotency-key-reused' | 'rate-limited' | 'internal' | 'temporarily-unavailable';
  };
}
