// Made by `npm run generate` from docs/reference/openapi.json. Change what it is made from.

/** A point in time in UTC, to the millisecond. */
export type Instant = string;

/** An offer that the buyer declined. */
export type OptOut = {
  /**
   * The offer that was bound.
   *
   * @example "off_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  offerId: string;
  productId: string;
  productVersion: number;
  /** What it would have cost. */
  premium: Money;
  /** The texts that came with the offer, by the hash of their content. */
  disclosures: readonly {
    code: string;
    contentHash: string;
  }[];
  quotedAt: Instant;
};

/** ISO 4217 alphabetic code. */
export type CurrencyCode = string;

/** An amount in integer minor units of its currency. */
export type Money = {
  /**
   * Minor units.
   *
   * @example 4374
   */
  amount: number;
  currency: CurrencyCode;
};

/** What the platform signed of a tenant’s history. */
export type Checkpoint = {
  /** Form of the checkpoint. */
  v: 2;
  /** Whose feed it is. */
  tenant: string;
  /** Number of the checkpoint, from 1 without gaps. */
  number: number;
  /** SHA-256 in hex of the checkpoint before; null for the first. */
  previous: string | null;
  at: Instant;
  /** How much of the feed it covers; the size of the tree. */
  feedEnd: number;
  /** Root of the RFC 6962 Merkle tree (SHA-256) over that much of the feed, in hex. */
  root: string;
};

/** One line of a loss calculation. */
export type TraceLine = {
  /**
   * What was done.
   *
   * @example "deductible"
   */
  step: string;
  /** Amount after the step, in minor units. */
  amount: number;
  /** The numbers that the step used. */
  detail?: string | undefined;
};

/** An event of an endpoint that asks for thin payloads. */
export type ThinEvent = {
  specversion: '1.0';
  /** Unique for ever: consumers tell a repetition by it. */
  id: string;
  /** Whose event it is. */
  source: string;
  /** What happened. */
  type: string;
  /** The aggregate that it happened to; a claim’s is its policy. */
  subject: string;
  /** When it was recorded. */
  time: Instant;
  datacontenttype: 'application/json';
  /** Where the schema of `data` is published. */
  dataschema: string;
  tenant: string;
  /** Number of its record in the aggregate: 1, 2, 3 … without a gap. */
  sequence: number;
  /** The request that led to it. */
  requestid: string;
  /** Present where it was asked for and did not happen. */
  rehearsal?: true | undefined;
};

/** A moment of the years 2000 to 2099 with its UTC offset. */
export type OffsetDateTime = string;

/** How an alert was resolved. */
export type CloseAlert = {
  /**
   * How it was resolved, without personal data.
   *
   * @example "Applied to the right policy."
   */
  resolution: string;
};

/** The partner’s payment of a statement. */
export type SettleStatement = {
  /**
   * Minor units; the total of the statement.
   *
   * @example 43200
   */
  amount: number;
  currency: CurrencyCode;
  /**
   * The bank’s or the partner’s reference of the payment.
   *
   * @example "BANK-20261201-17"
   */
  reference: string;
};

/** Independent requests in one call; send it again to go on where it stopped. */
export type ClaimBatch = {
  /** 1 to 100 items, each on its own. */
  items: readonly ({
    /** What is asked; its reference says what it takes. */
    operation: 'reportClaim';
    /**
     * The item’s own key, as it would stand in its header.
     *
     * @example "order-0042-shipped"
     */
    idempotencyKey: string;
    /** What stands in the path of the operation. */
    params?: Record<string, string> | undefined;
    /**
     * The `ETag` of the version that the item is meant for.
     *
     * @example "\"7\""
     */
    ifMatch?: string | undefined;
    /** The body of the operation. */
    body: Record<string, unknown>;
  })[];
};

/** First notice of a loss. */
export type ReportClaim = {
  /**
   * The coverage, as the product names it.
   *
   * @example "screen"
   */
  coverage: string;
  /** When the loss happened. */
  lossAt: OffsetDateTime;
  /** Answers to the claim form of the coverage, each field as the product defines it. */
  form: Record<string, string | number | boolean>;
  /**
   * Token of the account to be paid, from the payment provider; no account number ever comes here.
   *
   * @example "ba_1QK2v9L0aZ4xYw7T"
   */
  payee: string;
};

/** What people found a claim to be worth. */
export type AssessClaim = {
  /** Answers of the claim form that people corrected. */
  facts?: Record<string, string | number | boolean> | undefined;
  /**
   * For flights: what people found that happened.
   *
   * @example "delay-120"
   */
  tier?: string | undefined;
  /**
   * An amount of their own in minor units of the policy’s currency; worked out if absent.
   *
   * @example 108000
   */
  amount?: number | undefined;
  /** Kept under the key of the person it is about. */
  note?: string | undefined;
};

/** A second person approves the assessed amount. */
export type ApproveClaim = {
  /**
   * The assessed amount, in minor units of the policy’s currency; refused if it has changed meanwhile.
   *
   * @example 108000
   */
  amount: number;
};

/** Why nothing is paid. */
export type RejectClaim = {
  /** Exclusions of the product, or of loss-not-proved, documents-not-supplied, trigger-not-met, nothing-payable, fraud-established, paid-by-another, time-barred, withdrawn-by-claimant. */
  reasons: readonly string[];
};

/** Where a sandbox’s time is to go. */
export type AdvanceClock = {
  /**
   * Sets the clock to this instant, with its offset or `Z`; it lies ahead of the sandbox’s time.
   *
   * @example "2027-11-23T08:00:00Z"
   */
  to?: string | undefined;
  /**
   * Moves the clock on by this span instead.
   *
   * @example "P1Y"
   */
  by?: string | undefined;
};

/** Independent requests in one call; send it again to go on where it stopped. */
export type CustomerBatch = {
  /** 1 to 100 items, each on its own. */
  items: readonly ({
    /** What is asked; its reference says what it takes. */
    operation: 'registerCustomer';
    /**
     * The item’s own key, as it would stand in its header.
     *
     * @example "order-0042-shipped"
     */
    idempotencyKey: string;
    /** What stands in the path of the operation. */
    params?: Record<string, string> | undefined;
    /**
     * The `ETag` of the version that the item is meant for.
     *
     * @example "\"7\""
     */
    ifMatch?: string | undefined;
    /** The body of the operation. */
    body: Record<string, unknown>;
  })[];
};

/** A person who buys or is insured. */
export type RegisterCustomer = {
  /**
   * Full name as on the identity document.
   *
   * @example "王小明"
   */
  name: string;
  /** Identity document, where the sale needs one (INET Art 33). */
  identity?: {
    /** Kind of document. */
    type: 'cn-resident-id' | 'passport' | 'other';
    /**
     * Document number.
     *
     * @example "11010519491231002X"
     */
    number: string;
  } | undefined;
  /**
   * Telephone in E.164 form.
   *
   * @example "+8613800138000"
   */
  phone: string;
  /**
   * E-mail address.
   *
   * @example "xiaoming.wang@example.com"
   */
  email?: string | undefined;
  /** Language for documents and messages. */
  locale: 'en' | 'zh-CN';
};

/** What to look a customer up by; it is compared as a keyed hash. */
export type FindCustomer = {
  /** Identity document number. */
  identityNumber?: string | undefined;
  /** Telephone in E.164 form. */
  phone?: string | undefined;
};

/** What your sandbox is called. */
export type CreateSandbox = {
  /**
   * A name by which you know it again; no personal data.
   *
   * @example "Checkout"
   */
  name: string;
};

/** A credential to make. */
export type CreateCredential = {
  /**
   * A name by which you know it again; no personal data.
   *
   * @example "Checkout"
   */
  name: string;
  /** What it may do; within your own scopes. */
  scopes?: readonly Scope[] | undefined;
  /** In a sandbox, instead of scopes: the roles of a person of the insurer whom you play. */
  roles?: readonly string[] | undefined;
};

/** A right of a credential. */
export type Scope = 'billing:read' | 'claims:read' | 'claims:write' | 'clock:read' | 'clock:write' | 'credentials:read' | 'credentials:write' | 'customers:read' | 'customers:write' | 'events:read' | 'history:read' | 'notifications:read' | 'policies:read' | 'policies:write' | 'products:read' | 'quotes:write' | 'webhooks:read' | 'webhooks:write';

/** A request for an access token (OAuth 2.0 client credentials, or the exchange of an ID token). */
export type TokenForm = {
  /**
   * `client_credentials`; or `urn:ietf:params:oauth:grant-type:token-exchange` (RFC 8693) for people of the insurer, where the platform is connected to their directory.
   *
   * @example "client_credentials"
   */
  grant_type: string;
  /** Unless sent as Basic authentication. */
  client_id?: string | undefined;
  /** Unless sent as Basic authentication. */
  client_secret?: string | undefined;
  /** Scopes, separated by blanks; all that there are if absent. */
  scope?: string | undefined;
  /** To exchange: the ID token of the directory. */
  subject_token?: string | undefined;
  /** To exchange: always `urn:ietf:params:oauth:token-type:id_token`. */
  subject_token_type?: string | undefined;
  /** To exchange: `urn:ietf:params:oauth:token-type:access_token` or nothing. */
  requested_token_type?: string | undefined;
  /** To exchange: the audience of the platform’s tokens, or nothing. */
  audience?: string | undefined;
};

/** Independent requests in one call; send it again to go on where it stopped. */
export type PolicyBatch = {
  /** 1 to 100 items, each on its own. */
  items: readonly ({
    /** What is asked; its reference says what it takes. */
    operation: 'bindPolicy' | 'recordMilestone' | 'cancelPolicy';
    /**
     * The item’s own key, as it would stand in its header.
     *
     * @example "order-0042-shipped"
     */
    idempotencyKey: string;
    /** What stands in the path of the operation. */
    params?: Record<string, string> | undefined;
    /**
     * The `ETag` of the version that the item is meant for.
     *
     * @example "\"7\""
     */
    ifMatch?: string | undefined;
    /** The body of the operation. */
    body: Record<string, unknown>;
  })[];
};

/** The buyer accepts an offer. */
export type BindPolicy = {
  /** The signed token of the offer, unchanged. */
  offer: string;
  /**
   * The customer.
   *
   * @example "cus_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  customerId: string;
  /**
   * Your own opaque number for the sale. It is kept in the clear: nothing personal or identifying goes here.
   *
   * @example "checkout-7f3a9c"
   */
  reference: string;
  /** The identifying answers again, as they were quoted: order number, IMEI, ticket. */
  identity: Record<string, string>;
  /** `provider`: paid through the payment provider; `partner`: collected at checkout and settled later. */
  collection: 'provider' | 'partner';
  /** What the buyer acknowledged, one by one; nothing is acknowledged by default (INET Art 17). */
  acknowledged: readonly {
    /**
     * The disclosure.
     *
     * @example "exemptions"
     */
    code: string;
    /** Hash of the text that was shown, from the offer. */
    contentHash: string;
  }[];
};

/** The buyer accepts some offers of a basket, and declines others. */
export type BindBasket = {
  /**
   * The customer.
   *
   * @example "cus_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  customerId: string;
  /**
   * Your own opaque number for the sale. It is kept in the clear: nothing personal or identifying goes here.
   *
   * @example "checkout-7f3a9c"
   */
  reference: string;
  /** `provider`: paid through the payment provider; `partner`: collected at checkout and settled later. */
  collection: 'provider' | 'partner';
  /** What is bound: all of it, or nothing. */
  items: readonly ({
    /** The signed token of the offer, unchanged. */
    offer: string;
    /** The identifying answers again, as they were quoted: order number, IMEI, ticket. */
    identity: Record<string, string>;
    /** What the buyer acknowledged, one by one; nothing is acknowledged by default (INET Art 17). */
    acknowledged: readonly {
      /**
       * The disclosure.
       *
       * @example "exemptions"
       */
      code: string;
      /** Hash of the text that was shown, from the offer. */
      contentHash: string;
    }[];
    /**
     * Your own number of this item; the basket’s if absent.
     *
     * @example "checkout-7f3a9c"
     */
    reference?: string | undefined;
  })[];
  /** What was offered beside it and declined; kept as evidence. */
  optOuts?: readonly DeclinedOffer[] | undefined;
};

/** An offer that the buyer does not want. */
export type DeclinedOffer = {
  /** The signed token of the offer that was shown and declined. */
  offer: string;
};

/** The buyer declines everything that was offered. */
export type RecordOptOuts = {
  /**
   * Your own opaque number for the sale. It is kept in the clear: nothing personal or identifying goes here.
   *
   * @example "checkout-7f3a9c"
   */
  reference: string;
  /** Every offer that was shown and declined. */
  optOuts: readonly DeclinedOffer[];
};

/** An event of the insured’s world. */
export type RecordMilestone = {
  /**
   * The event, as the product names it.
   *
   * @example "shipment_confirmed"
   */
  milestone: string;
  /**
   * When it happened.
   *
   * @example "2026-11-24T10:15:00+08:00"
   */
  occurredAt: OffsetDateTime;
};

/** What a cancellation would be asked for. */
export type CancellationRequest = {
  /** Why the policyholder cancels. */
  reason: 'order-cancelled' | 'withdrawal' | 'no-longer-needed' | 'object-lost' | 'other';
};

/** The policyholder ends the contract, as it was previewed. */
export type CancelPolicy = {
  /** Why the policyholder cancels. */
  reason: 'order-cancelled' | 'withdrawal' | 'no-longer-needed' | 'object-lost' | 'other';
  /** The token of a preview of this very request: the buyer has seen what comes back. */
  preview: string;
};

/** A basket to quote. */
export type QuoteRequest = {
  /** 1 to 16 items. */
  items: readonly QuoteItem[];
};

/** One thing to insure. */
export type QuoteItem = {
  /**
   * The partner's name for the item.
   *
   * @example "line-1"
   */
  itemId: string;
  productId: ProductId;
  /** What is insured: the fields of `insuredObject` of the product. */
  insuredObject: Record<string, string | number | boolean>;
  /** What the buyer chose: the fields of `options` of the product. */
  options?: Record<string, string | number | boolean> | undefined;
};

/** A product. */
export type ProductId = string;

/** Where you want to be told, and of what. */
export type CreateWebhookEndpoint = {
  /**
   * A name by which you know it again; no personal data.
   *
   * @example "Order system"
   */
  name?: string | undefined;
  /**
   * Where webhooks are sent, by HTTPS.
   *
   * @example "https://shop.example/webhooks/bindery"
   */
  url?: string | undefined;
  /**
   * An EventBridge bus in an AWS account of your own, whose policy lets this platform put events.
   *
   * @example "arn:aws:events:eu-central-1:111122223333:event-bus/insurance"
   */
  eventBusArn?: string | undefined;
  /** Only events of these types; all of them if empty. */
  types?: readonly ToldEventType[] | undefined;
  /** `full`: the whole event, as GET /v1/events shows it; `thin`: the same envelope without `data`. */
  payload?: 'full' | 'thin' | undefined;
};

/** A type of event that is sent to endpoints; the catalogue has them all. */
export type ToldEventType = 'alert.raised' | 'alert.acknowledged' | 'alert.closed' | 'basket.bound' | 'basket.opted-out' | 'checkpoint.signed' | 'statement.closed' | 'statement.settled' | 'claim.reported' | 'claim.registered' | 'claim.awaiting-facts' | 'claim.look-due' | 'claim.referred' | 'claim.assessed' | 'claim.approved' | 'claim.rejected' | 'claim.paid' | 'claim.payout-returned' | 'clock.advance-requested' | 'clock.advanced' | 'customer.registered' | 'notification.requested' | 'notification.sent' | 'notification.failed' | 'notification.skipped' | 'tenant.opened' | 'tenant.manager-added' | 'tenant.manager-removed' | 'tenant.reset' | 'credential.issued' | 'credential.secret-added' | 'credential.secret-revoked' | 'credential.revoked' | 'disbursement.requested' | 'disbursement.submitted' | 'disbursement.unknown' | 'disbursement.check-due' | 'disbursement.succeeded' | 'disbursement.failed' | 'disbursement.returned' | 'unmatched.received' | 'unmatched.applied' | 'policy.bound' | 'policy.milestone-recorded' | 'policy.on-risk' | 'policy.expired' | 'policy.cancelled' | 'premium.received' | 'premium.reminder-due' | 'renewal.reminder-due' | 'premium.unapplied' | 'endpoint.created' | 'endpoint.changed' | 'endpoint.disabled' | 'endpoint.enabled' | 'endpoint.deleted' | 'endpoint.secret-added' | 'endpoint.secret-retired';

/** What changes; whatever is left out stays as it is. */
export type ChangeWebhookEndpoint = {
  /**
   * A name by which you know it again; no personal data.
   *
   * @example "Order system"
   */
  name?: string | undefined;
  /**
   * Where webhooks are sent, by HTTPS.
   *
   * @example "https://shop.example/webhooks/bindery"
   */
  url?: string | undefined;
  /**
   * An EventBridge bus in an AWS account of your own, whose policy lets this platform put events.
   *
   * @example "arn:aws:events:eu-central-1:111122223333:event-bus/insurance"
   */
  eventBusArn?: string | undefined;
  /** Only events of these types; all of them if empty. */
  types?: readonly ToldEventType[] | undefined;
  /** `full`: the whole event, as GET /v1/events shows it; `thin`: the same envelope without `data`. */
  payload?: 'full' | 'thin' | undefined;
};

/** Which past events are sent again. */
export type WebhookReplayWish = {
  /** What was never delivered since the endpoint was well. */
  missed?: true | undefined;
  /** Or: what was recorded from this instant on … */
  from?: OffsetDateTime | undefined;
  /** … and before this one, delivered or not. */
  to?: OffsetDateTime | undefined;
};

/** The type of event to rehearse; to one endpoint, or to all that want it. */
export type FireEvent = {
  type: ToldEventType;
  /**
   * The endpoint.
   *
   * @example "whe_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  endpointId?: string | undefined;
};

/** A page of alerts that wait for a person. */
export type AlertPage = {
  /** Alerts that are not closed, oldest first. */
  items: readonly Alert[];
  /** Cursor of the next page; absent on the last. */
  next?: string | undefined;
};

/** Something that a person must look at. */
export type Alert = {
  /**
   * The alert.
   *
   * @example "alr_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  alertId: string;
  /** Where the alert stands. */
  status: 'raised' | 'acknowledged' | 'closed';
  /** Red: act now; orange: act today; yellow: watch. */
  severity: 'red' | 'orange' | 'yellow';
  /**
   * What went wrong, as a code.
   *
   * @example "unmatched-money"
   */
  cause: string;
  /** The id of what it is about. */
  subject: string;
  /** Details, free of personal data. */
  facts: Record<string, string | number | boolean>;
  raisedAt: Instant;
  /** Who took it on. */
  acknowledged?: {
    by: string;
    at: Instant;
  } | undefined;
  /** Who closed it, and how it was resolved. */
  closed?: {
    by: string;
    at: Instant;
    resolution: string;
  } | undefined;
};

/** A page of the history of an object. */
export type History = {
  /** Operations, first to last. */
  items: readonly HistoryEntry[];
  /** Cursor of the next page; absent on the last. */
  next?: string | undefined;
};

/** One operation in the history of an object. */
export type HistoryEntry = {
  /** Number of the record in its aggregate, from 1 without gaps. */
  seq: number;
  recordedAt: Instant;
  businessAt: Instant;
  /**
   * The command.
   *
   * @example "bindPolicy"
   */
  operation: string;
  /** Who acted. */
  actor: {
    /** What acted. */
    kind: 'partner' | 'person' | 'provider' | 'public' | 'system';
    /** Which credential, person or entry. */
    id: string;
  };
  /** The request that caused it. */
  requestId: string;
  /** The event after which the platform acted by itself. */
  causedBy?: string | undefined;
  /** What happened, in order. */
  events: readonly {
    /**
     * What happened.
     *
     * @example "policy.bound"
     */
    type: string;
    /** All that the event fixed. */
    data: Record<string, unknown>;
  }[];
  /** The money it moved; sums to zero per currency. */
  postings: readonly {
    /**
     * The account.
     *
     * @example "receivable"
     */
    account: string;
    /** Minor units; positive is a debit. */
    amount: number;
    currency: CurrencyCode;
  }[];
  /** Hash of the record before; null for the first. */
  prev: string | null;
  /** SHA-256 in hex of the record as RFC 8785 canonical JSON. */
  hash: string;
};

/** All that is needed to verify the history of an object offline. */
export type HistoryProof = {
  /** A policy, claim, customer, unmatched money, alert, statement, basket, tenant, credential, clock, notification, webhook endpoint or the checkpoints; new kinds join. */
  objectId: string;
  /** The aggregate whose chain tells about the object; for a claim, its policy. */
  aggregate: {
    kind: string;
    id: string;
  };
  /** Every record of the chain, first to last. */
  records: readonly {
    record: OperationRecord;
    /** SHA-256 in hex of the record as RFC 8785 canonical JSON. */
    hash: string;
  }[];
  /** The last record. */
  head: {
    /** Number of the record in its aggregate, from 1 without gaps. */
    seq: number;
    hash: string | null;
  };
  /** The last record that the audit has archived. */
  auditedHead: {
    /** Number of the record in its aggregate, from 1 without gaps. */
    seq: number;
    hash: string | null;
  };
  /** JWS (ES256) over `{objectId, seq, hash, at}`, by a key of the JWKS. */
  statement: string;
  /** RFC 6962 inclusion proof of the audited head under the newest signed checkpoint. The leaf is the canonical JSON of `[aggregate, id, seq, hash]`. Absent until a checkpoint covers the audited head: ten minutes at most. */
  inclusion?: {
    /** The place of the record in the tree, from 0. */
    leafIndex: number;
    /** How many leaves the tree has; `feedEnd` of the checkpoint. */
    treeSize: number;
    /** Hashes of the tree, in hex, from the leaf up; at most one for each row. */
    path: readonly string[];
    /** JWS (ES256, type `checkpoint+jwt`) over the checkpoint as canonical JSON, by a key of the JWKS. */
    statement: string;
  } | undefined;
};

/** The evidence of one command, as it is hashed. */
export type OperationRecord = {
  /** Form of the record. */
  v: 1;
  /** Whose record it is. */
  tenant: string;
  /** Kind of the aggregate; new kinds join. */
  aggregate: 'policy' | 'customer' | 'unmatched' | 'alert' | 'statement' | 'tenant' | 'credential' | 'clock' | 'basket' | 'notification' | 'checkpoint' | 'endpoint';
  /**
   * Which aggregate; new kinds join.
   *
   * @example "pol_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  id: string;
  /** Network address of the caller. */
  from?: string | undefined;
  /** Number of the record in its aggregate, from 1 without gaps. */
  seq: number;
  recordedAt: Instant;
  businessAt: Instant;
  /**
   * The command.
   *
   * @example "bindPolicy"
   */
  operation: string;
  /** Who acted. */
  actor: {
    /** What acted. */
    kind: 'partner' | 'person' | 'provider' | 'public' | 'system';
    /** Which credential, person or entry. */
    id: string;
  };
  /** The request that caused it. */
  requestId: string;
  /** The event after which the platform acted by itself. */
  causedBy?: string | undefined;
  /** What happened, in order. */
  events: readonly {
    /**
     * What happened.
     *
     * @example "policy.bound"
     */
    type: string;
    /** All that the event fixed. */
    data: Record<string, unknown>;
  }[];
  /** The money it moved; sums to zero per currency. */
  postings: readonly {
    /**
     * The account.
     *
     * @example "receivable"
     */
    account: string;
    /** Minor units; positive is a debit. */
    amount: number;
    currency: CurrencyCode;
  }[];
  /** Hash of the record before; null for the first. */
  prev: string | null;
};

/** A checkpoint and its signature. Who keeps it is a witness. */
export type SignedCheckpoint = {
  checkpoint: Checkpoint;
  /** JWS (ES256, type `checkpoint+jwt`) over the checkpoint as canonical JSON, by a key of the JWKS. */
  statement: string;
  /** Proof that the tree of the older checkpoint begins this one: nothing in it was rewritten. */
  consistency?: {
    /** The older checkpoint. */
    since: Checkpoint;
    /** JWS (ES256, type `checkpoint+jwt`) over the checkpoint as canonical JSON, by a key of the JWKS. */
    statement: string;
    /** RFC 6962 consistency proof; empty between a tree and itself. */
    path: readonly string[];
  } | undefined;
};

/** What a partner owes for premium that it collected. */
export type Statement = {
  /**
   * The statement.
   *
   * @example "stm_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  statementId: string;
  /** `closed`: owed; `settled`: paid. */
  status: 'closed' | 'settled';
  /** Feed position before the first line. */
  after: number;
  /** Feed position of the last line. */
  until: number;
  /** How many records moved the debt. */
  lines: number;
  /** What is owed, in minor units; cancellations are negative lines. */
  total: number;
  currency: CurrencyCode;
  closedAt: Instant;
  /** The payment that settled it. */
  settlement?: {
    amount: number;
    reference: string;
    settledAt: Instant;
  } | undefined;
};

/** A page of statements, newest first. */
export type StatementPage = {
  items: readonly Statement[];
  /** Cursor of the next page; absent on the last one. */
  next?: string | undefined;
};

/** A result per item. The batch itself succeeds whatever its items do. */
export type BatchResult = {
  /** Items that have their effect. */
  done: number;
  /** Items that were refused; each says whether, and how, it can be mended. */
  refused: number;
  /** Items that nobody can say of yet, or that were not begun: send the same batch again. */
  open: number;
  results: readonly ({
    operation: string;
    idempotencyKey: string;
    /** How the item stands. */
    outcome: 'done' | 'refused' | 'open';
    /** The status that it would have alone; absent for one that was not begun. */
    status?: number | undefined;
    /** How long to wait before an open item is sent again; the longest is the header. */
    retryAfterSeconds?: number | undefined;
    /** The answer that it would have alone: its object, or a problem. */
    body?: Record<string, unknown> | undefined;
  })[];
};

/** A claim as the partner and the claimant see it. */
export type Claim = {
  /**
   * The claim.
   *
   * @example "clm_01jd8x2k7v5m3q9w4t6y8r0z1b001"
   */
  claimId: string;
  /**
   * The policy.
   *
   * @example "pol_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  policyId: string;
  coverage: string;
  /** Where the claim stands. */
  status: 'reported' | 'registered' | 'awaiting-facts' | 'in-review' | 'assessed' | 'approved' | 'rejected' | 'paid';
  lossAt: Instant;
  reportedAt: Instant;
  /** What was approved; it counts against the limits. */
  approved?: Money | undefined;
  /** What the payment provider has confirmed. */
  paid?: Money | undefined;
  /** Why it was rejected, or which facts it waits for. */
  reasons?: readonly string[] | undefined;
  /** The clauses and exclusions that a rejection rests on (LAW Art 24). */
  clauses?: readonly string[] | undefined;
  /** When it was approved or rejected. */
  decidedAt?: Instant | undefined;
};

/** A page of claims, newest first. */
export type ClaimList = {
  items: readonly Claim[];
  /** Cursor of the next page; absent on the last one. */
  next?: string | undefined;
  /** What `include` asked for: each policy of the page once. */
  included?: {
    policy: readonly Policy[];
  } | undefined;
};

/** A policy: what is insured, for how long, and where its money stands. */
export type Policy = {
  /**
   * The policy.
   *
   * @example "pol_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  policyId: string;
  /** The number that the customer sees. */
  policyNumber: string;
  /** With the number, proves to anyone that the policy is real. */
  verificationCode: string;
  /** Main status of the policy. */
  status: 'pending' | 'on-risk' | 'expired' | 'cancelled';
  /**
   * The offer that was bound.
   *
   * @example "off_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  offerId: string;
  productId: string;
  productVersion: number;
  productName: LocalizedText;
  /**
   * The customer.
   *
   * @example "cus_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  customerId: string;
  reference: string;
  /** What was insured, without anything that identifies a person or a thing. */
  object: Record<string, string | number | boolean>;
  /** Half-open: cover at `from`, none at `to`. */
  period: {
    /** First instant of cover; absent until the event that begins it. */
    from?: Instant | undefined;
    /** First instant after cover; absent until it is known. */
    to?: Instant | undefined;
  };
  /** IANA zone of the contract. */
  zone: string;
  boundAt: Instant;
  /** Reported events by code. */
  milestones: Record<string, Instant>;
  invoice: Invoice;
  claims: readonly ClaimLine[];
  /** Refunds and payouts on their way or done. */
  disbursements: readonly ({
    disbursementId: string;
    kind: 'refund' | 'payout';
    status: 'requested' | 'submitted' | 'unknown' | 'succeeded' | 'failed' | 'returned';
    amount: Money;
  })[];
  /** When and why it ended early. */
  cancelled?: {
    at: Instant;
    reason: string;
  } | undefined;
};

/** A text in English and in Simplified Chinese. */
export type LocalizedText = {
  /** English. */
  en: string;
  /** Simplified Chinese. */
  'zh-CN': string;
};

/** What is owed for the policy, with its tax and commission. */
export type Invoice = {
  /**
   * The invoice.
   *
   * @example "inv_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  invoiceId: string;
  /** `credit`: collected by the partner and owed to the insurer. */
  status: 'open' | 'paid' | 'credit' | 'void' | 'refunding' | 'refunded';
  /** What the buyer pays. */
  gross: Money;
  /** The tax inside it. */
  tax: Money;
  /** What the partner earns. */
  commission: Money;
  /** `provider`: paid through the payment provider; `partner`: collected at checkout and settled later. */
  collection: 'provider' | 'partner';
  /** From this instant an unpaid contract lapses. */
  payBy: Instant;
};

/** A claim as its policy sees it. */
export type ClaimLine = {
  claimId: string;
  coverage: string;
  status: string;
  /** Counted against the limits. */
  approved: Money;
};

/** Claims that wait for people, the oldest first. */
export type ClaimQueue = {
  items: readonly ClaimFile[];
  /** Cursor of the next page; absent on the last one. */
  next?: string | undefined;
};

/** A claim as the people see it who decide it. */
export type ClaimFile = {
  /**
   * The claim.
   *
   * @example "clm_01jd8x2k7v5m3q9w4t6y8r0z1b001"
   */
  claimId: string;
  /**
   * The policy.
   *
   * @example "pol_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  policyId: string;
  coverage: string;
  /** Where the claim stands. */
  status: 'reported' | 'registered' | 'awaiting-facts' | 'in-review' | 'assessed' | 'approved' | 'rejected' | 'paid';
  lossAt: Instant;
  reportedAt: Instant;
  /** What was approved; it counts against the limits. */
  approved?: Money | undefined;
  /** What the payment provider has confirmed. */
  paid?: Money | undefined;
  /** Why it was rejected, or which facts it waits for. */
  reasons?: readonly string[] | undefined;
  /** The clauses and exclusions that a rejection rests on (LAW Art 24). */
  clauses?: readonly string[] | undefined;
  /** When it was approved or rejected. */
  decidedAt?: Instant | undefined;
  handling: ClaimHandling;
};

/** What only people who handle claims see. */
export type ClaimHandling = {
  /** What is set aside for it. */
  reserve: Money;
  /** Answers that identify nobody, as reported or as people corrected them. */
  facts: Record<string, string | number | boolean>;
  /** The credential that reported it. */
  reporter: string;
  /** Fraud score from 0 to 100, where a machine referred it. */
  score?: number | undefined;
  /** Why people are asked. */
  referredFor?: readonly string[] | undefined;
  /** What it is worth, and how that was worked out. */
  assessed?: {
    amount: Money;
    /** Who assessed it. */
    by: string;
    /** The product version whose rules were used. */
    rules: string;
    trace: readonly TraceLine[];
  } | undefined;
  /** Who approved or rejected it. */
  decidedBy?: string | undefined;
};

/** A claim, and what was asked to be shown beside it. */
export type ClaimWithPolicy = {
  /**
   * The claim.
   *
   * @example "clm_01jd8x2k7v5m3q9w4t6y8r0z1b001"
   */
  claimId: string;
  /**
   * The policy.
   *
   * @example "pol_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  policyId: string;
  coverage: string;
  /** Where the claim stands. */
  status: 'reported' | 'registered' | 'awaiting-facts' | 'in-review' | 'assessed' | 'approved' | 'rejected' | 'paid';
  lossAt: Instant;
  reportedAt: Instant;
  /** What was approved; it counts against the limits. */
  approved?: Money | undefined;
  /** What the payment provider has confirmed. */
  paid?: Money | undefined;
  /** Why it was rejected, or which facts it waits for. */
  reasons?: readonly string[] | undefined;
  /** The clauses and exclusions that a rejection rests on (LAW Art 24). */
  clauses?: readonly string[] | undefined;
  /** When it was approved or rejected. */
  decidedAt?: Instant | undefined;
  /** For people of the insurer only. */
  handling?: ClaimHandling | undefined;
  /** The whole form as it was reported, for people who hold `claims:personal`. */
  form?: Record<string, string | number | boolean> | undefined;
  /** What the assessor noted, for the same people. */
  note?: string | undefined;
  /** What `include` asked for. */
  included?: {
    policy: Policy;
  } | undefined;
};

/** A sandbox’s clock: what time it is, and how far an advance has come. */
export type Clock = {
  /**
   * The clock of a sandbox.
   *
   * @example "clk_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  clockId: string;
  /** The sandbox’s business time. It runs on, but while it is advanced. */
  now: Instant;
  /** `advancing`: what is due on the way is being done; ask again until it is `ready`. */
  status: 'ready' | 'advancing';
  /** The advance under way, or the last one; absent where the clock was never moved. */
  lastAdvance?: {
    /** Business time at which the last advance began. */
    from: Instant;
    /** Business time at which it ends. */
    to: Instant;
    /**
     * How many due things the last advance has done so far.
     *
     * @example 3
     */
    woken: number;
    /**
     * How many failed, and were put off by five minutes.
     *
     * @example 0
     */
    heldUp: number;
  } | undefined;
};

/** What time it is in a sandbox. */
export type SandboxTime = {
  /** The sandbox’s business time. */
  now: Instant;
};

/** A customer without any personal data. */
export type Customer = {
  /**
   * The customer.
   *
   * @example "cus_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  customerId: string;
  locale: 'en' | 'zh-CN';
  registeredAt: Instant;
};

/** A customer, and what was asked to be shown beside it. */
export type CustomerWithPolicies = {
  /**
   * The customer.
   *
   * @example "cus_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  customerId: string;
  locale: 'en' | 'zh-CN';
  registeredAt: Instant;
  /** True where the middle of each value is hidden from this caller. */
  masked: boolean;
  /** The personal data, in full or masked. */
  personal: {
    name: string;
    identity?: {
      type: string;
      number: string;
    } | undefined;
    phone: string;
    email?: string | undefined;
  };
  /** What `include` asked for. */
  included?: {
    /** The policies of the customer, newest first. */
    policies: {
      /** The newest policies, at most 50. */
      items: readonly Policy[];
      /** Whether there are others: list policies by `customerId`. */
      more: boolean;
    };
  } | undefined;
};

/** What happened, in the order in which everybody sees it. */
export type EventPage = {
  items: readonly Event[];
  /** Send it as `after` for what comes then. It stands on every page, also on an empty one: keep it. */
  next: string;
};

/** A fact of the past, in the form of CloudEvents 1.0. */
export type Event = {
  specversion: '1.0';
  /**
   * Unique for ever: consumers tell a repetition by it.
   *
   * @example "pol_00000000000000000000000000.1.1"
   */
  id: string;
  /** Whose event it is. */
  source: string;
  /**
   * What happened.
   *
   * @example "policy.bound"
   */
  type: string;
  /** The aggregate that it happened to; a claim’s is its policy. */
  subject: string;
  /** When it was recorded. */
  time: Instant;
  datacontenttype: 'application/json';
  /** Where the schema of `data` is published. */
  dataschema: string;
  tenant: string;
  /** Number of its record in the aggregate: 1, 2, 3 … without a gap. */
  sequence: number;
  /** The request that led to it. */
  requestid: string;
  /** All that the event fixed. */
  data: Record<string, unknown>;
};

/** That the platform takes requests. */
export type Health = {
  /** The platform takes requests. */
  status: 'ok';
  /** When it said so. */
  at: Instant;
};

/** A page of notifications, newest first. */
export type NotificationPage = {
  items: readonly Notification[];
  /** Cursor of the next page; absent on the last one. */
  next?: string | undefined;
};

/** A message to a customer, without what it says. */
export type Notification = {
  /**
   * The notification.
   *
   * @example "ntf_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  notificationId: string;
  /** Which message it is; new ones join. */
  message: 'policy-issued' | 'premium-reminder' | 'renewal-reminder' | 'policy-cancelled' | 'policy-lapsed' | 'claim-received' | 'claim-approved' | 'claim-rejected' | 'claim-paid' | 'payout-returned';
  /**
   * Whose template: `default`, or a product version.
   *
   * @example "default"
   */
  template: string;
  /** SHA-256 of the template as it was, base64url. */
  templateHash: string;
  /** The language that the customer reads. */
  locale: 'en' | 'zh-CN';
  /** How it goes out; new ones join. */
  channel: 'email';
  /** The event that it tells of. */
  eventId: string;
  /**
   * The customer.
   *
   * @example "cus_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  customerId: string;
  /**
   * The policy.
   *
   * @example "pol_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  policyId: string;
  /** The claim that it is about, where it is about one. */
  claimId?: string | undefined;
  /** `requested`: written down and on its way; `sent`: taken by the mail service; `failed`: refused by it; `skipped`: there was nowhere to send it. */
  status: 'requested' | 'sent' | 'failed' | 'skipped';
  requestedAt: Instant;
  /** When it was sent, refused or skipped. */
  settledAt?: Instant | undefined;
  /** Why it was not sent: `no-address`, `sandbox`, `person-erased`, or what the mail service said. */
  reason?: string | undefined;
};

/** A message to a customer, with as much of it as the caller may see. */
export type NotificationDetail = {
  /**
   * The notification.
   *
   * @example "ntf_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  notificationId: string;
  /** Which message it is; new ones join. */
  message: 'policy-issued' | 'premium-reminder' | 'renewal-reminder' | 'policy-cancelled' | 'policy-lapsed' | 'claim-received' | 'claim-approved' | 'claim-rejected' | 'claim-paid' | 'payout-returned';
  /**
   * Whose template: `default`, or a product version.
   *
   * @example "default"
   */
  template: string;
  /** SHA-256 of the template as it was, base64url. */
  templateHash: string;
  /** The language that the customer reads. */
  locale: 'en' | 'zh-CN';
  /** How it goes out; new ones join. */
  channel: 'email';
  /** The event that it tells of. */
  eventId: string;
  /**
   * The customer.
   *
   * @example "cus_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  customerId: string;
  /**
   * The policy.
   *
   * @example "pol_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  policyId: string;
  /** The claim that it is about, where it is about one. */
  claimId?: string | undefined;
  /** `requested`: written down and on its way; `sent`: taken by the mail service; `failed`: refused by it; `skipped`: there was nowhere to send it. */
  status: 'requested' | 'sent' | 'failed' | 'skipped';
  requestedAt: Instant;
  /** When it was sent, refused or skipped. */
  settledAt?: Instant | undefined;
  /** Why it was not sent: `no-address`, `sandbox`, `person-erased`, or what the mail service said. */
  reason?: string | undefined;
  /** What it says, for callers who hold `customers:personal`. */
  content?: {
    /** The address; absent where there was none. */
    to?: string | undefined;
    subject: string;
    /** The text as it was sent; its HTML is made of it. */
    text: string;
  } | undefined;
};

/** A sandbox of your own, with its first credential. */
export type Sandbox = {
  /**
   * Your tenant.
   *
   * @example "sbx-01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  tenant: string;
  /**
   * A name by which you know it again; no personal data.
   *
   * @example "Checkout"
   */
  name: string;
  /**
   * The credential.
   *
   * @example "crd_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  credentialId: string;
  /**
   * The OAuth 2.0 client id: the tenant and the credential.
   *
   * @example "sandbox-shop.crd_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  clientId: string;
  /** The secret, of 256 bits. It is shown here alone and kept nowhere; store it now. */
  secret: string;
  /** What the credential may do: everything that a partner may. */
  scopes: readonly string[];
  /** Where access tokens are granted. */
  tokenUrl: string;
  /** How you are paid, where the platform plays the payment provider itself. */
  payments?: {
    /** Where the payment provider tells of payments. */
    webhookPath: string;
    /** Signs its webhooks. */
    webhookSecret: string;
  } | undefined;
};

/** A sandbox after its reset: empty, but for its credentials. */
export type SandboxReset = {
  /**
   * The tenant that your tokens name from now on; your client ids and secrets stay.
   *
   * @example "sbx-01jd8x2k7v5m3q9w4t6y8r0z1b-g2"
   */
  tenant: string;
  /**
   * How often it began, this time included.
   *
   * @example 2
   */
  generation: number;
  /**
   * The tenant whose tokens end within a minute.
   *
   * @example "sbx-01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  ended: string;
  /** How you are paid from now on, where the platform plays the payment provider itself. */
  payments?: {
    /** Where the payment provider tells of payments. */
    webhookPath: string;
    /** Signs its webhooks. */
    webhookSecret: string;
  } | undefined;
};

/** A credential with the secret that was just made for it. */
export type IssuedCredential = {
  /**
   * The credential.
   *
   * @example "crd_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  credentialId: string;
  /**
   * The OAuth 2.0 client id: the tenant and the credential.
   *
   * @example "sandbox-shop.crd_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  clientId: string;
  /**
   * A name by which you know it again; no personal data.
   *
   * @example "Checkout"
   */
  name: string;
  /** A revoked credential earns no token any more. */
  status: 'live' | 'revoked';
  /** What it may do. */
  scopes: readonly string[];
  /** Roles of the person that it stands for, in a sandbox. */
  roles: readonly string[];
  /** Stands for a person of the insurer. */
  person: boolean;
  issuedAt: Instant;
  revokedAt?: Instant | undefined;
  /** The live secrets, at most two. */
  secrets: readonly {
    /**
     * A secret of a credential.
     *
     * @example "sec_01jd8x2k7v5m3q9w4t6y8r0z1b"
     */
    secretId: string;
    addedAt: Instant;
  }[];
  /** The secret, of 256 bits. It is shown here alone and kept nowhere; store it now. */
  secret: string;
};

/** A page of credentials. */
export type CredentialPage = {
  /** Credentials, newest first. */
  items: readonly Credential[];
  /** Cursor of the next page; absent on the last. */
  next?: string | undefined;
};

/** A credential, without its secrets. */
export type Credential = {
  /**
   * The credential.
   *
   * @example "crd_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  credentialId: string;
  /**
   * The OAuth 2.0 client id: the tenant and the credential.
   *
   * @example "sandbox-shop.crd_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  clientId: string;
  /**
   * A name by which you know it again; no personal data.
   *
   * @example "Checkout"
   */
  name: string;
  /** A revoked credential earns no token any more. */
  status: 'live' | 'revoked';
  /** What it may do. */
  scopes: readonly string[];
  /** Roles of the person that it stands for, in a sandbox. */
  roles: readonly string[];
  /** Stands for a person of the insurer. */
  person: boolean;
  issuedAt: Instant;
  revokedAt?: Instant | undefined;
  /** The live secrets, at most two. */
  secrets: readonly {
    /**
     * A secret of a credential.
     *
     * @example "sec_01jd8x2k7v5m3q9w4t6y8r0z1b"
     */
    secretId: string;
    addedAt: Instant;
  }[];
};

/** Roles of the insurer’s people. */
export type RoleList = {
  /** The roles in force. */
  items: readonly {
    /**
     * A role of the insurer’s people; GET /v1/roles lists them.
     *
     * @example "claims_handler"
     */
    role: string;
    /** What people of the role do. */
    may: string;
    /** What their tokens carry. */
    scopes: readonly string[];
    /** Up to what they approve claims; none: not at all. */
    authority: readonly {
      currency: CurrencyCode;
      /**
       * The most that may be approved, in minor units.
       *
       * @example 500000
       */
      most: number;
      from: Instant;
    }[];
    from: Instant;
  }[];
};

/** An access token. */
export type TokenAnswer = {
  /** A JWT after RFC 9068. */
  access_token: string;
  token_type: 'Bearer';
  /**
   * Seconds until it expires.
   *
   * @example 300
   */
  expires_in: number;
  /** What it carries, separated by blanks. */
  scope: string;
  /** Of an exchange: what was issued (RFC 8693, 2.2.1). */
  issued_token_type?: 'urn:ietf:params:oauth:token-type:access_token' | undefined;
};

/** A JSON Web Key Set (RFC 7517). */
export type TokenKeys = {
  /** Public keys; tokens, certificates and checkpoints name theirs. */
  keys: readonly {
    /**
     * Kind of key.
     *
     * @example "EC"
     */
    kty: string;
    /** Name of the key. */
    kid: string;
  }[];
};

/** What the authorization server is (RFC 8414). */
export type AuthorizationServer = {
  /** Who issues the tokens. */
  issuer: string;
  /** Where tokens are granted. */
  token_endpoint: string;
  /** Where the public keys are. */
  jwks_uri: string;
  /** What a partner’s token may carry. */
  scopes_supported: readonly string[];
  /** None: there is no authorization endpoint. */
  response_types_supported: readonly string[];
  /** How tokens are earned. */
  grant_types_supported: readonly string[];
  /** How a client proves itself. */
  token_endpoint_auth_methods_supported: readonly string[];
  /** Where all this is explained. */
  service_documentation: string;
};

/** What was revoked of late: longer ago than any token lives. */
export type Revocations = {
  since: Instant;
  /** Ids of credentials and of secrets, and sandboxes that were reset. A token that names one of them ends at once. */
  revoked: readonly string[];
};

/** What became of a provider’s event. */
export type WebhookReceipt = {
  /** The event is durable; it need not be sent again. */
  received: true;
  /** What became of it: `known` stood already, `ignored` is of a type that moves nothing here. */
  outcome: 'applied' | 'unapplied' | 'unmatched' | 'known' | 'ignored';
};

/** A page of the inbox. */
export type InboxPage = {
  /** Webhooks, the newest first. */
  items: readonly InboxEntry[];
  /** Cursor of the next page; absent on the last. */
  next?: string | undefined;
};

/** A webhook of a provider, as it was received and what became of it. */
export type InboxEntry = {
  /**
   * Identifier of a webhook in the inbox.
   *
   * @example "inb_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  entryId: string;
  /**
   * The provider that sent it.
   *
   * @example "stripe"
   */
  provider: string;
  /**
   * The provider’s id of the event, where it could be read.
   *
   * @example "evt_1QK2v9L0aZ4xYw7T"
   */
  eventId?: string | undefined;
  /**
   * The provider’s type of the event, where it could be read.
   *
   * @example "payment_intent.succeeded"
   */
  type?: string | undefined;
  /** When it came first, by the wall. */
  receivedAt: Instant;
  /** `received`: kept, and not processed to an end yet. `done`: its effect is durable, or it has none. `refused`: it was signed, and could not be understood. `failed`: we failed over it. All but `done` are worth a replay. */
  status: 'received' | 'done' | 'refused' | 'failed';
  /**
   * What became of it when it was processed last, or the code of the refusal.
   *
   * @example "applied"
   */
  outcome?: string | undefined;
  /** How often it was processed: by each delivery, and by replays. */
  processed: number;
  /** When it was processed last, by the wall. */
  processedAt?: Instant | undefined;
};

/** What a replay came to. */
export type InboxReplay = {
  /**
   * Identifier of a webhook in the inbox.
   *
   * @example "inb_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  entryId: string;
  /** How the webhook stands after it. */
  status: 'done' | 'refused';
  outcome: string;
  /** Whether the inbox knew this very outcome before, so that the replay had no effect of its own. */
  repeated: boolean;
};

/** Unmatched money that is still open, oldest first. */
export type UnmatchedPage = {
  items: readonly UnmatchedMoney[];
  /** Cursor of the next page; absent on the last one. */
  next?: string | undefined;
};

/** Money that arrived and could not be booked where it said. */
export type UnmatchedMoney = {
  /**
   * The unmatched money.
   *
   * @example "unm_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  unmatchedId: string;
  /** `applied` once a policy took it. */
  status: 'open' | 'applied';
  /**
   * The provider's id of the payment.
   *
   * @example "pi_3QK2v9L0aZ"
   */
  paymentId: string;
  /**
   * Minor units.
   *
   * @example 432
   */
  amount: number;
  currency: CurrencyCode;
  /** Why the money could not be booked. */
  reason: 'wrong-amount' | 'wrong-currency' | 'unknown-reference' | 'policy-not-there-yet' | 'already-paid';
  /** The offer that the payment named. */
  offerId?: string | undefined;
  /** The policy that the payment was meant for, or that took it. */
  policyId?: string | undefined;
  receivedAt: Instant;
};

/** A page of policies, newest first. */
export type PolicyList = {
  items: readonly Policy[];
  /** Cursor of the next page; absent on the last one. */
  next?: string | undefined;
  /** What `include` asked for: each customer of the page once, without personal data. */
  included?: {
    customer?: readonly Customer[] | undefined;
  } | undefined;
};

/** A basket as it was just bound, with its policies. */
export type BoundBasket = {
  /**
   * What a buyer decided about the offers of one checkout.
   *
   * @example "bsk_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  basketId: string;
  /**
   * Your own number for the sale.
   *
   * @example "checkout-7f3a9c"
   */
  reference: string;
  /**
   * Whose policies they are; absent where nothing was bound.
   *
   * @example "cus_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  customerId?: string | undefined;
  /** What was bound, in the order of the items. */
  policyIds: readonly string[];
  /** What was declined. */
  optOuts: readonly OptOut[];
  /** When the buyer decided. */
  decidedAt: Instant;
  /** The policies, in the order of the items. */
  policies: readonly Policy[];
};

/** A page of baskets, newest first. */
export type BasketPage = {
  items: readonly Basket[];
  /** Cursor of the next page; absent on the last one. */
  next?: string | undefined;
};

/** What a buyer took and declined at one checkout. */
export type Basket = {
  /**
   * What a buyer decided about the offers of one checkout.
   *
   * @example "bsk_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  basketId: string;
  /**
   * Your own number for the sale.
   *
   * @example "checkout-7f3a9c"
   */
  reference: string;
  /**
   * Whose policies they are; absent where nothing was bound.
   *
   * @example "cus_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  customerId?: string | undefined;
  /** What was bound, in the order of the items. */
  policyIds: readonly string[];
  /** What was declined. */
  optOuts: readonly OptOut[];
  /** When the buyer decided. */
  decidedAt: Instant;
};

/** A basket, and what was asked to be shown beside it. */
export type BasketDetail = {
  /**
   * What a buyer decided about the offers of one checkout.
   *
   * @example "bsk_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  basketId: string;
  /**
   * Your own number for the sale.
   *
   * @example "checkout-7f3a9c"
   */
  reference: string;
  /**
   * Whose policies they are; absent where nothing was bound.
   *
   * @example "cus_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  customerId?: string | undefined;
  /** What was bound, in the order of the items. */
  policyIds: readonly string[];
  /** What was declined. */
  optOuts: readonly OptOut[];
  /** When the buyer decided. */
  decidedAt: Instant;
  /** What `include` asked for: the policies as they are now, in the order of `policyIds`. */
  included?: {
    policies?: readonly Policy[] | undefined;
  } | undefined;
};

/** A policy, and what was asked to be shown beside it. */
export type PolicyDetail = {
  /**
   * The policy.
   *
   * @example "pol_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  policyId: string;
  /** The number that the customer sees. */
  policyNumber: string;
  /** With the number, proves to anyone that the policy is real. */
  verificationCode: string;
  /** Main status of the policy. */
  status: 'pending' | 'on-risk' | 'expired' | 'cancelled';
  /**
   * The offer that was bound.
   *
   * @example "off_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  offerId: string;
  productId: string;
  productVersion: number;
  productName: LocalizedText;
  /**
   * The customer.
   *
   * @example "cus_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  customerId: string;
  reference: string;
  /** What was insured, without anything that identifies a person or a thing. */
  object: Record<string, string | number | boolean>;
  /** Half-open: cover at `from`, none at `to`. */
  period: {
    /** First instant of cover; absent until the event that begins it. */
    from?: Instant | undefined;
    /** First instant after cover; absent until it is known. */
    to?: Instant | undefined;
  };
  /** IANA zone of the contract. */
  zone: string;
  boundAt: Instant;
  /** Reported events by code. */
  milestones: Record<string, Instant>;
  invoice: Invoice;
  claims: readonly ClaimLine[];
  /** Refunds and payouts on their way or done. */
  disbursements: readonly ({
    disbursementId: string;
    kind: 'refund' | 'payout';
    status: 'requested' | 'submitted' | 'unknown' | 'succeeded' | 'failed' | 'returned';
    amount: Money;
  })[];
  /** When and why it ended early. */
  cancelled?: {
    at: Instant;
    reason: string;
  } | undefined;
  /** What `include` asked for. Personal data are masked as in `getCustomer`. */
  included?: {
    customer?: CustomerDetail | undefined;
    claims?: readonly ClaimDetail[] | undefined;
  } | undefined;
};

/** A customer with personal data, masked unless the caller may see it. */
export type CustomerDetail = {
  /**
   * The customer.
   *
   * @example "cus_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  customerId: string;
  locale: 'en' | 'zh-CN';
  registeredAt: Instant;
  /** True where the middle of each value is hidden from this caller. */
  masked: boolean;
  /** The personal data, in full or masked. */
  personal: {
    name: string;
    identity?: {
      type: string;
      number: string;
    } | undefined;
    phone: string;
    email?: string | undefined;
  };
};

/** A claim, with as much of it as the caller may see. */
export type ClaimDetail = {
  /**
   * The claim.
   *
   * @example "clm_01jd8x2k7v5m3q9w4t6y8r0z1b001"
   */
  claimId: string;
  /**
   * The policy.
   *
   * @example "pol_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  policyId: string;
  coverage: string;
  /** Where the claim stands. */
  status: 'reported' | 'registered' | 'awaiting-facts' | 'in-review' | 'assessed' | 'approved' | 'rejected' | 'paid';
  lossAt: Instant;
  reportedAt: Instant;
  /** What was approved; it counts against the limits. */
  approved?: Money | undefined;
  /** What the payment provider has confirmed. */
  paid?: Money | undefined;
  /** Why it was rejected, or which facts it waits for. */
  reasons?: readonly string[] | undefined;
  /** The clauses and exclusions that a rejection rests on (LAW Art 24). */
  clauses?: readonly string[] | undefined;
  /** When it was approved or rejected. */
  decidedAt?: Instant | undefined;
  /** For people of the insurer only. */
  handling?: ClaimHandling | undefined;
  /** The whole form as it was reported, for people who hold `claims:personal`. */
  form?: Record<string, string | number | boolean> | undefined;
  /** What the assessor noted, for the same people. */
  note?: string | undefined;
};

/** What a cancellation would return now; nothing was written. */
export type CancellationPreview = {
  /**
   * The policy.
   *
   * @example "pol_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  policyId: string;
  /**
   * The product’s window that would apply.
   *
   * @example "before-cover"
   */
  rule: string;
  /** Return premium. */
  refund: {
    gross: Money;
    tax: Money;
    commission: Money;
  };
  /** Send it with the same body to cancel on these terms. */
  preview: string;
  /** From then on it confirms nothing. */
  expiresAt: Instant;
};

/** A cancelled policy and what it returned. */
export type Cancellation = {
  /**
   * The policy.
   *
   * @example "pol_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  policyId: string;
  /** Main status of the policy. */
  status: 'pending' | 'on-risk' | 'expired' | 'cancelled';
  /**
   * The product’s window that applied.
   *
   * @example "before-cover"
   */
  rule: string;
  /** Return premium. */
  refund: {
    gross: Money;
    tax: Money;
    commission: Money;
  };
  cancelledAt: Instant;
};

/** Proof of insurance as signed JSON. */
export type Certificate = {
  policyNumber: string;
  productId: string;
  productVersion: number;
  productName: LocalizedText;
  filingNumber: string;
  /** Main status of the policy. */
  status: 'pending' | 'on-risk' | 'expired' | 'cancelled';
  period: {
    /** First instant of cover; absent until the event that begins it. */
    from?: Instant | undefined;
    /** First instant after cover; absent until it is known. */
    to?: Instant | undefined;
  };
  zone: string;
  /** What was insured, without anything that identifies a person or a thing. */
  object: Record<string, string | number | boolean>;
  coverages: readonly {
    code: string;
    name: LocalizedText;
  }[];
  premium: Money;
  boundAt: Instant;
  /** When this certificate was made. */
  issuedAt: Instant;
  verification: {
    number: string;
    code: string;
    path: string;
  };
  /** JWS over everything else in this document; keys at /.well-known/jwks.json. */
  signature: string;
};

/** Whether a policy is real and in force; reveals nobody. */
export type Verification = {
  /** False for a number or a code that is not ours; nothing else is told then. */
  genuine: boolean;
  /** The policy’s status, where it is genuine. */
  status?: 'pending' | 'on-risk' | 'expired' | 'cancelled' | undefined;
  productName?: LocalizedText | undefined;
  period?: {
    /** First instant of cover; absent until the event that begins it. */
    from?: Instant | undefined;
    /** First instant after cover; absent until it is known. */
    to?: Instant | undefined;
  } | undefined;
};

/** The products on sale. */
export type ProductList = {
  /** One line per product. */
  items: readonly {
    productId: ProductId;
    /** The newest version, or the one asked for. */
    version: number;
    status: ProductStatus;
    name: LocalizedText;
    summary: LocalizedText;
  }[];
};

/** Only an active product is sold; policies in force stay as they are. */
export type ProductStatus = 'active' | 'suspended' | 'withdrawn';

/** Everything that a checkout must show of a product. */
export type ProductDetail = {
  productId: ProductId;
  /** The newest version, or the one asked for. */
  version: number;
  status: ProductStatus;
  name: LocalizedText;
  summary: LocalizedText;
  currency: string;
  zone: string;
  /** Number under which the product is filed with the regulator. */
  filingNumber: string;
  /** What is asked about the insured object. */
  insuredObject: readonly FormField[];
  /** What the buyer chooses. */
  options: readonly FormField[];
  /** What is insured. */
  coverages: readonly Coverage[];
  /** What is not. */
  exclusions: readonly Exclusion[];
  /** When cover begins and ends, in words. */
  period: LocalizedText;
  waiting?: Waiting | undefined;
  /** Events that begin or end cover, to be reported as they happen. */
  milestones: readonly string[];
  /** What a cancellation returns; the first open window decides. */
  cancellation: readonly CancellationWindow[];
  /** What is asked at first notice of loss, per coverage. */
  claimForms: readonly {
    coverage: string;
    form: readonly FormField[];
    documents: readonly string[];
  }[];
  /** Texts to show; each is acknowledged on its own. The exemptions are the exclusions. */
  disclosures: readonly ({
    code: string;
    title: LocalizedText;
    text?: LocalizedText | undefined;
    required: boolean;
    contentHash: string;
  })[];
};

/** One question of a form. */
export type FormField = {
  /** A short text. */
  type: 'text';
  /**
   * A name inside one product document.
   *
   * @example "deviceValue"
   */
  name: string;
  /** What a person is asked. */
  label: LocalizedText;
  /** May be left out. */
  optional?: true | undefined;
  /** Kept with the customer only, encrypted; never in a token or a log. */
  personal?: true | undefined;
  /** Identifies the insured object: only its keyed hash leaves the request. */
  hashed?: true | undefined;
  /** The whole text matches it. */
  pattern: string;
} | {
  /** One of a list. */
  type: 'choice';
  /**
   * A name inside one product document.
   *
   * @example "deviceValue"
   */
  name: string;
  /** What a person is asked. */
  label: LocalizedText;
  /** May be left out. */
  optional?: true | undefined;
  /** Kept with the customer only, encrypted; never in a token or a log. */
  personal?: true | undefined;
  /** Identifies the insured object: only its keyed hash leaves the request. */
  hashed?: true | undefined;
  /** The answers there are. */
  options: readonly string[];
} | {
  /** A whole number. */
  type: 'integer';
  /**
   * A name inside one product document.
   *
   * @example "deviceValue"
   */
  name: string;
  /** What a person is asked. */
  label: LocalizedText;
  /** May be left out. */
  optional?: true | undefined;
  /** Kept with the customer only, encrypted; never in a token or a log. */
  personal?: true | undefined;
  /** Identifies the insured object: only its keyed hash leaves the request. */
  hashed?: true | undefined;
  /** Smallest value allowed. */
  min: number;
  /** Largest value allowed. */
  max: number;
} | {
  /** Minor units of the product currency. */
  type: 'money';
  /**
   * A name inside one product document.
   *
   * @example "deviceValue"
   */
  name: string;
  /** What a person is asked. */
  label: LocalizedText;
  /** May be left out. */
  optional?: true | undefined;
  /** Kept with the customer only, encrypted; never in a token or a log. */
  personal?: true | undefined;
  /** Identifies the insured object: only its keyed hash leaves the request. */
  hashed?: true | undefined;
  /** Smallest value allowed. */
  min: number;
  /** Largest value allowed. */
  max: number;
} | {
  /** An exact decimal, as text. */
  type: 'decimal';
  /**
   * A name inside one product document.
   *
   * @example "deviceValue"
   */
  name: string;
  /** What a person is asked. */
  label: LocalizedText;
  /** May be left out. */
  optional?: true | undefined;
  /** Kept with the customer only, encrypted; never in a token or a log. */
  personal?: true | undefined;
  /** Identifies the insured object: only its keyed hash leaves the request. */
  hashed?: true | undefined;
  /**
   * Smallest value allowed.
   *
   * @example "0.14"
   */
  min: string;
  /**
   * Largest value allowed.
   *
   * @example "0.14"
   */
  max: string;
} | {
  /** A calendar day. */
  type: 'date';
  /**
   * A name inside one product document.
   *
   * @example "deviceValue"
   */
  name: string;
  /** What a person is asked. */
  label: LocalizedText;
  /** May be left out. */
  optional?: true | undefined;
  /** Kept with the customer only, encrypted; never in a token or a log. */
  personal?: true | undefined;
  /** Identifies the insured object: only its keyed hash leaves the request. */
  hashed?: true | undefined;
} | {
  /** A moment with its own UTC offset. */
  type: 'date-time';
  /**
   * A name inside one product document.
   *
   * @example "deviceValue"
   */
  name: string;
  /** What a person is asked. */
  label: LocalizedText;
  /** May be left out. */
  optional?: true | undefined;
  /** Kept with the customer only, encrypted; never in a token or a log. */
  personal?: true | undefined;
  /** Identifies the insured object: only its keyed hash leaves the request. */
  hashed?: true | undefined;
} | {
  /** Yes or no. */
  type: 'flag';
  /**
   * A name inside one product document.
   *
   * @example "deviceValue"
   */
  name: string;
  /** What a person is asked. */
  label: LocalizedText;
  /** May be left out. */
  optional?: true | undefined;
  /** Kept with the customer only, encrypted; never in a token or a log. */
  personal?: true | undefined;
  /** Identifies the insured object: only its keyed hash leaves the request. */
  hashed?: true | undefined;
};

/** One thing that is insured. */
export type Coverage = {
  /**
   * A stable code.
   *
   * @example "known-delay"
   */
  code: string;
  /** Clause of the terms that grants it. */
  clause: string;
  name: LocalizedText;
  /** When the policy includes it; always, if absent. */
  when?: readonly Condition[] | undefined;
  benefit: Benefit;
  /** Most paid claims in one term. */
  claimsPerTerm?: number | undefined;
  /** A paid claim ends the policy. */
  endsPolicy?: true | undefined;
};

/** One comparison of one input. */
export type Condition = readonly [string, '<' | '<=' | '=' | '>=' | '>', string | number | boolean] | readonly [string, 'in', readonly string[]] | readonly [string, 'not-luhn'];

/** What a covered loss is worth. */
export type Benefit = {
  /** An amount agreed beforehand. */
  kind: 'agreed';
  /**
   * Table of amounts, minor units.
   *
   * @example "deviceValue"
   */
  table: string;
  /**
   * Input that names the amount.
   *
   * @example "deviceValue"
   */
  input: string;
} | {
  /** An amount by an observed index; a higher tier replaces a lower one. */
  kind: 'parametric';
  /**
   * Input that names the amount in each table.
   *
   * @example "deviceValue"
   */
  plan: string;
  /** Shortest delay first. */
  delays: readonly {
    /** Inclusive. */
    fromMinutes: number;
    /**
     * A name inside one product document.
     *
     * @example "deviceValue"
     */
    table: string;
  }[];
  /**
   * Table of the amount for a cancelled flight.
   *
   * @example "deviceValue"
   */
  cancelled: string;
  /** A diversion counts as cancelled unless the delay is below this. */
  divertedUnder: number;
} | {
  /** The loss itself, by the indemnity terms of the product. */
  kind: 'indemnity';
  /** Whether a claim is for the whole object. */
  totalLoss: 'never' | 'declared' | 'always';
  /**
   * Largest share of the value for one claim.
   *
   * @example "0.14"
   */
  perClaim?: string | undefined;
  /** Most for all claims of the term. */
  aggregate?: 'depreciated-value' | undefined;
};

/** What is not covered. */
export type Exclusion = {
  /**
   * A stable code.
   *
   * @example "known-delay"
   */
  code: string;
  text: LocalizedText;
};

/** How long after cover begins losses are not covered yet. */
export type Waiting = {
  /** Days from the beginning of cover on, in the zone of the product. */
  days: number;
  /** No waiting when all hold. */
  unless?: readonly Condition[] | undefined;
};

/** What a cancellation returns, and when. */
export type CancellationWindow = {
  /** Cover has not begun. */
  window: 'before-cover';
  /** Closed once this has happened. */
  unless?: 'claim-made' | 'claim-paid' | undefined;
  /** What is returned. */
  refund: 'full' | 'pro-rata' | 'none';
  /**
   * Share of the pro-rata part; all of it if absent.
   *
   * @example "0.14"
   */
  share?: string | undefined;
} | {
  /** Within so many days of the bind. */
  window: 'days-from-bind';
  days: number;
  /** Closed once this has happened. */
  unless?: 'claim-made' | 'claim-paid' | undefined;
  /** What is returned. */
  refund: 'full' | 'pro-rata' | 'none';
  /**
   * Share of the pro-rata part; all of it if absent.
   *
   * @example "0.14"
   */
  share?: string | undefined;
} | {
  /** Until so many minutes before a moment among the inputs. */
  window: 'minutes-before';
  /**
   * A name inside one product document.
   *
   * @example "deviceValue"
   */
  input: string;
  minutes: number;
  /** Closed once this has happened. */
  unless?: 'claim-made' | 'claim-paid' | undefined;
  /** What is returned. */
  refund: 'full' | 'pro-rata' | 'none';
  /**
   * Share of the pro-rata part; all of it if absent.
   *
   * @example "0.14"
   */
  share?: string | undefined;
} | {
  /** At any time. */
  window: 'always';
  /** Closed once this has happened. */
  unless?: 'claim-made' | 'claim-paid' | undefined;
  /** What is returned. */
  refund: 'full' | 'pro-rata' | 'none';
  /**
   * Share of the pro-rata part; all of it if absent.
   *
   * @example "0.14"
   */
  share?: string | undefined;
};

/** Offers, and reasons where there is none. */
export type QuoteResponse = {
  /** One for each item, in order. */
  items: readonly QuoteResult[];
};

/** What became of one item. */
export type QuoteResult = {
  /**
   * The partner's name for the item.
   *
   * @example "line-1"
   */
  itemId: string;
  /** There is a price. */
  outcome: 'offered';
  offer: Offer;
} | {
  /**
   * The partner's name for the item.
   *
   * @example "line-1"
   */
  itemId: string;
  /** This risk is not insured. */
  outcome: 'declined';
  /** All reasons that apply. */
  reasons: readonly {
    /** A stable code, such as `device-too-old`. */
    code: string;
    text: LocalizedText;
  }[];
};

/** A price that stands until it expires. */
export type Offer = {
  /**
   * The offer.
   *
   * @example "off_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  offerId: string;
  productId: ProductId;
  /** The version that the policy will stay on. */
  productVersion: number;
  /** The price, tax included. */
  premium: {
    /** What the buyer pays. */
    gross: Money;
    /** The tax inside it. */
    tax: Money;
  };
  /** What the partner earns; not for the buyer to see. */
  commission: Money;
  worksheet: Worksheet;
  /** What is insured. */
  coverages: readonly OfferedCoverage[];
  /** When cover begins and ends, in words. */
  period: LocalizedText;
  /** What the buyer has to be shown, in order. */
  disclosures: readonly OfferedDisclosure[];
  /** From this instant on the offer is refused. */
  expiresAt: Instant;
  /** The signed offer; send it back unchanged to bind. */
  token: string;
};

/** How a premium was worked out. */
export type Worksheet = {
  /** Every factor, in order. */
  steps: readonly ({
    /** The step of the tariff. */
    step: string;
    /** The input that chose the factor. */
    input?: string | undefined;
    /** The factor, or the divisor, as a decimal. */
    factor: string;
    /** What has been reached, in minor units; shown with at most six decimals. */
    running: string;
  })[];
  /** Rounded half-even once, minor units, tax included. */
  rounded: number;
  /** Which limit of the tariff replaced it, if one did. */
  bound?: 'minimum' | 'maximum' | undefined;
};

/** What is insured, and up to how much. */
export type OfferedCoverage = {
  /** The coverage. */
  code: string;
  name: LocalizedText;
  /** What it pays. */
  benefits: readonly {
    /** `agreed`, `per-claim`, `cancelled` or `delay-<minutes>`. */
    code: string;
    /** Most that is paid, minor units. */
    amount: number;
  }[];
  /** What the insured bears of a loss. */
  deductible?: {
    /** Share of the loss. */
    rate: string;
    /** Minor units. */
    min: number;
    /** Minor units. */
    max: number;
  } | undefined;
  /** Most paid claims in one term. */
  claimsPerTerm?: number | undefined;
};

/** A text to show, and to have acknowledged on its own. */
export type OfferedDisclosure = {
  /** Which disclosure. */
  code: string;
  title: LocalizedText;
  /** SHA-256 of the text shown, base64url; consent at the bind names it. */
  contentHash: string;
  /** Without consent nothing is bound; otherwise it is off until turned on. */
  required: boolean;
};

/** An endpoint with the signing secret that was just made for it; a bus has none. */
export type WebhookEndpointWithSecret = {
  /**
   * The endpoint.
   *
   * @example "whe_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  endpointId: string;
  /**
   * A name by which you know it again; no personal data.
   *
   * @example "Order system"
   */
  name?: string | undefined;
  /** Where webhooks are sent. */
  url?: string | undefined;
  /** The bus that gets the events instead. */
  eventBusArn?: string | undefined;
  /** Only events of these types; all of them if empty. */
  types: readonly string[];
  /** `full`: the whole event, as GET /v1/events shows it; `thin`: the same envelope without `data`. */
  payload: 'full' | 'thin';
  /** Nothing is sent to an endpoint that is disabled or deleted. */
  status: 'enabled' | 'disabled' | 'deleted';
  createdAt: Instant;
  /** The live signing secrets, at most two; a bus has none. */
  secrets: readonly {
    /**
     * A signing secret of an endpoint.
     *
     * @example "whs_01jd8x2k7v5m3q9w4t6y8r0z1b"
     */
    secretId: string;
    addedAt: Instant;
  }[];
  /** Since when it has taken nothing; absent while it is well. */
  failingSince?: Instant | undefined;
  /** From when on it may have missed something. */
  missedFrom?: Instant | undefined;
  /** `asked`: by you; `gone`: it answered 410; `failing`: it took nothing for five days. */
  disabledFor?: 'asked' | 'gone' | 'failing' | undefined;
  disabledAt?: Instant | undefined;
  replay?: WebhookReplay | undefined;
  /** Signs every webhook, after Standard Webhooks. It is shown here alone and kept nowhere. */
  secret?: string | undefined;
};

/** A replay: what it is about, and how far it has come. */
export type WebhookReplay = {
  /**
   * A replay.
   *
   * @example "rpl_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  replayId: string;
  /** Only what was never delivered; else everything in the window. */
  missed: boolean;
  from: Instant;
  to: Instant;
  /** Whether it still looks for events. */
  status: 'running' | 'ended';
  /** How many records it has looked at. */
  looked: number;
  /** How many deliveries it has begun. */
  sent: number;
  requestedAt: Instant;
  endedAt?: Instant | undefined;
};

/** A page of endpoints. */
export type WebhookEndpointPage = {
  /** Endpoints, newest first. */
  items: readonly WebhookEndpoint[];
  /** Cursor of the next page; absent on the last. */
  next?: string | undefined;
};

/** An endpoint that is told what happens. */
export type WebhookEndpoint = {
  /**
   * The endpoint.
   *
   * @example "whe_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  endpointId: string;
  /**
   * A name by which you know it again; no personal data.
   *
   * @example "Order system"
   */
  name?: string | undefined;
  /** Where webhooks are sent. */
  url?: string | undefined;
  /** The bus that gets the events instead. */
  eventBusArn?: string | undefined;
  /** Only events of these types; all of them if empty. */
  types: readonly string[];
  /** `full`: the whole event, as GET /v1/events shows it; `thin`: the same envelope without `data`. */
  payload: 'full' | 'thin';
  /** Nothing is sent to an endpoint that is disabled or deleted. */
  status: 'enabled' | 'disabled' | 'deleted';
  createdAt: Instant;
  /** The live signing secrets, at most two; a bus has none. */
  secrets: readonly {
    /**
     * A signing secret of an endpoint.
     *
     * @example "whs_01jd8x2k7v5m3q9w4t6y8r0z1b"
     */
    secretId: string;
    addedAt: Instant;
  }[];
  /** Since when it has taken nothing; absent while it is well. */
  failingSince?: Instant | undefined;
  /** From when on it may have missed something. */
  missedFrom?: Instant | undefined;
  /** `asked`: by you; `gone`: it answered 410; `failing`: it took nothing for five days. */
  disabledFor?: 'asked' | 'gone' | 'failing' | undefined;
  disabledAt?: Instant | undefined;
  replay?: WebhookReplay | undefined;
};

/** A page of deliveries. */
export type WebhookDeliveryPage = {
  /** Deliveries, newest first. */
  items: readonly WebhookDelivery[];
  /** Cursor of the next page; absent on the last. */
  next?: string | undefined;
};

/** The delivery of one event to one endpoint, with every attempt. */
export type WebhookDelivery = {
  /**
   * The delivery of one event to one endpoint.
   *
   * @example "dlv_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  deliveryId: string;
  /**
   * The endpoint.
   *
   * @example "whe_01jd8x2k7v5m3q9w4t6y8r0z1b"
   */
  endpointId: string;
  /** Which event it is. */
  event: {
    /** The event’s id, and so the `webhook-id`. */
    id: string;
    /**
     * The event’s type.
     *
     * @example "policy.bound"
     */
    type: string;
    /** When it was recorded. */
    time: Instant;
    /** Whether it happened, or was sent to try the endpoint. */
    origin: 'record' | 'ping' | 'rehearsal';
  };
  /** `failed`: given up, until you have it sent again. */
  status: 'pending' | 'delivered' | 'failed';
  createdAt: Instant;
  /** How often it was tried, in all rounds. */
  attemptCount: number;
  /** Every attempt, oldest first; the last hundred of more. */
  attempts: readonly ({
    /** When it was made, by your tenant’s clock. */
    at: Instant;
    /** The same by the wall: what `webhook-timestamp` said. */
    sentAt: Instant;
    /** Only a 2xx is a delivery. */
    outcome: 'delivered' | 'failed';
    /**
     * The HTTP status that came back, if one did.
     *
     * @example 503
     */
    status?: number | undefined;
    /**
     * How long it took.
     *
     * @example 120
     */
    ms: number;
    /** Why an attempt failed. */
    error?: 'status' | 'redirect' | 'timeout' | 'refused-address' | 'unknown-host' | 'tls' | 'closed-early' | 'unreachable' | 'too-large' | 'bus-refused' | undefined;
  })[];
  /** When it is tried again, by your tenant’s clock. */
  nextAttemptAt?: Instant | undefined;
};

/** What became of a rehearsed event. */
export type WebhookRehearsal = {
  /** One delivery for each endpoint. */
  items: readonly WebhookDelivery[];
};
