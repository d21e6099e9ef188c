import type { TargetRules } from '../../domain/webhooks/check-target.ts';
import type { Heard } from '../../domain/webhooks/delivery.ts';
import type { Instant } from './clock.ts';
import type { CloudEvent } from './cloud-event.ts';

/**
 * A payment provider (Stripe in the cloud, its look-alike on a laptop). References and keys are ours, so a lost answer
 * can be asked for.
 */
export type PaymentProvider = {
  /** Sends money out. `reference` finds the instruction again; `key` makes a repetition harmless. */
  send(instruction: Disbursement): Promise<ProviderAnswer>;
  /** Asks what became of an instruction. `undefined`: the provider never saw it. */
  find(instruction: Pick<Disbursement, 'kind' | 'reference'>): Promise<ProviderAnswer | undefined>;
};

export type Disbursement = {
  readonly kind: 'refund' | 'payout';
  readonly reference: string;
  readonly key: string;
  readonly tenant: string;
  /** The policy, so that what the provider reports later finds its way back. */
  readonly policyId: string;
  readonly amount: number;
  readonly currency: string;
  /** For a refund, the provider's id of the payment that is given back. */
  readonly paymentId?: string;
  /** For a payout, the payee's account token at the provider. */
  readonly payee?: string;
};

export type ProviderAnswer = {
  readonly status: 'succeeded' | 'failed' | 'pending';
  readonly providerId: string;
  readonly reason?: string;
};

/** What a carrier's tracking says about a return parcel, by the waybill number. */
export type Tracking = { parcel(waybill: string): Promise<ParcelFacts | undefined> };
export type ParcelFacts = { readonly status: string; readonly signedAt?: Instant; readonly source: string };

/** What sources of flight data say about one flight of one day. */
export type Flights = { status(flight: string, date: string): Promise<readonly FlightFacts[]> };
export type FlightFacts = {
  readonly source: string;
  readonly official: boolean;
  readonly cancelled: boolean;
  readonly scheduledArrival: Instant;
  readonly actualArrival?: Instant;
};

/**
 * Write-once storage for evidence. Writing the same bytes again is harmless; other bytes under a taken name are
 * refused.
 */
export type Archive = Evidence & {
  write(name: string, bytes: string): Promise<'written' | 'same' | 'different'>;
};

/** The same storage for those who only show what is in it. */
export type Evidence = { read(name: string): Promise<string | undefined> };

/** Signs certificates and checkpoints with the platform's key; verifiers find the public key by `kid`. */
export type Signer = { sign(payload: object, type: string): Promise<string> };

/** Signs access tokens (ES256, `typ` at+jwt) with a key of its own, and publishes every key that verifiers need. */
export type TokenSigner = {
  /** Who issues, for whom, and where it is explained. */
  readonly issuer: string;
  readonly audience: string;
  readonly documentation: string;
  sign(claims: object): Promise<string>;
  /** The public keys, as JWKs: of tokens, and of certificates and checkpoints. */
  keys(): Promise<readonly PublicKey[]>;
};
export type PublicKey = { readonly kty: string; readonly kid: string; readonly [name: string]: unknown };

/** A person of the insurer as an ID token of the directory shows them. */
export type StaffIdentity = {
  /** The directory's own name of the person, which is never given to another one. */
  readonly subject: string;
  readonly tenant: string | undefined;
  readonly groups: readonly string[];
  /** When the ID token ends, in seconds since the epoch. */
  readonly until: number;
};

/** The directory in which the insurer's people log in, with a second factor (Cognito in the cloud). */
export type StaffDirectory = {
  /** The application through which they log in; undefined where the platform is connected to no directory. */
  readonly clientId: string | undefined;
  /** Who an ID token shows; undefined for anything that is not a valid, unexpired ID token of that application. */
  identify(idToken: string, wall: Instant): Promise<StaffIdentity | undefined>;
};

/** What the platform plays for a sandbox itself: where it plays the payment provider, the secret of its webhooks. */
export type Sandboxes = { webhookSecret(tenant: string): Promise<string | undefined> };

/** The rotating keys that sign offers: one signs, all that are listed still verify. */
export type OfferKeys = { current(): Promise<OfferKey>; find(kid: string): Promise<OfferKey | undefined> };
export type OfferKey = { readonly kid: string; readonly secret: Uint8Array };

/** A webhook as it arrived: the raw body and its signature header, and the wall time at which it is judged. */
export type SignedWebhook = {
  readonly tenant: string;
  readonly rawBody: string;
  readonly signature: string;
  readonly wall: Instant;
};

/**
 * Proves a provider's webhooks by the tenant's own endpoint secrets (several while one rotates). Answers the time that
 * was signed, in seconds since the epoch, or undefined for anything that is not proved; `isTimely` judges the time.
 */
export type ProviderWebhooks = { signedAt(webhook: SignedWebhook): Promise<number | undefined> };

/**
 * Storage of what providers sent us, outside the table: kept before it is acted on, noted upon, and gone when its time
 * is over. A name that is taken is written over only by whoever read what stands there.
 */
export type Inbox = {
  read(name: string): Promise<InboxFile | undefined>;
  /** The new version, once it is durable; undefined where the name is taken, or something else stands there by now. */
  write(name: string, text: string, over?: string): Promise<string | undefined>;
  /** The names in a folder that come behind one, in their order; a folder ends with a slash. */
  names(folder: string, behind: string, limit: number): Promise<readonly string[]>;
};
export type InboxFile = { readonly text: string; readonly version: string };

/** A message as the mail service is given it. `key` is ours: it tells two sendings of one message from two messages. */
export type Mail = {
  readonly tenant: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly key: string;
};

/** What the mail service said of a message: taken, refused for good, or kept in the house because a sandbox sent it. */
export type MailAnswer =
  | { readonly status: 'sent'; readonly messageId: string }
  | { readonly status: 'refused'; readonly reason: string }
  | { readonly status: 'withheld'; readonly reason: 'sandbox' };

/**
 * Sends e-mail (SES in the cloud, an outbox on a laptop). A throw means that nobody knows: the message may have gone
 * out, and is sent again.
 */
export type Mailer = {
  /** Where links in messages lead: the address of the API. */
  readonly baseUrl: string;
  /** Whether a message that is sent again under its key goes out once; a mail service of the world knows no keys. */
  readonly knowsKeys: boolean;
  send(mail: Mail): Promise<MailAnswer>;
};

/** Puts events on the bus again, for the sweeper: consumers tell a repetition by the event's id. */
export type Bus = { publish(events: readonly CloudEvent[]): Promise<void> };

/**
 * Waits until what was published for a tenant, and all that followed from it, has been taken by those who react to it.
 * The audit, which only takes note, is not waited for.
 */
export type Reactions = { settled(tenant: string): Promise<void> };
/** One webhook as it leaves: the body byte for byte, and the headers that prove it. */
export type OutgoingWebhook = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How long the whole exchange may take. */
  readonly patienceMs: number;
};

/**
 * Sends webhooks to addresses of the public internet and to no others, looking at each address when it connects. What
 * goes wrong is an answer: it never throws for a receiver's fault.
 */
export type WebhookSender = { send(webhook: OutgoingWebhook): Promise<Heard> };

/** Puts an event, whole, on an EventBridge bus in an account of a partner's. */
export type PartnerBuses = {
  put(arn: string, event: { readonly type: string; readonly time: Instant; readonly body: string }): Promise<Heard>;
};

/** Where this deployment lets webhooks go. */
export type WebhookRules = { rules(): Promise<TargetRules> };

export type Services = {
  readonly provider: PaymentProvider;
  readonly tracking: Tracking;
  readonly flights: Flights;
  readonly archive: Archive;
  readonly evidence: Evidence;
  readonly signer: Signer;
  readonly tokenSigner: TokenSigner;
  readonly staffDirectory: StaffDirectory;
  readonly sandboxes: Sandboxes;
  readonly offerKeys: OfferKeys;
  readonly providerWebhooks: ProviderWebhooks;
  readonly inbox: Inbox;
  readonly bus: Bus;
  readonly reactions: Reactions;
  readonly mailer: Mailer;
  readonly webhookSender: WebhookSender;
  readonly partnerBuses: PartnerBuses;
  readonly webhookRules: WebhookRules;
};
export type ServiceName = keyof Services;
