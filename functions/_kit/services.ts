import type { Instant } from './clock.ts';

/** A payment provider (Stripe in the cloud, its look-alike on a laptop). References and keys are ours, so a lost answer can be asked for. */
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

/** Write-once storage for evidence. Writing the same bytes again is harmless; other bytes under a taken name are refused. */
export type Archive = {
  write(name: string, bytes: string): Promise<'written' | 'same' | 'different'>;
  read(name: string): Promise<string | undefined>;
};

/** Signs certificates and checkpoints with the platform's key; verifiers find the public key by `kid`. */
export type Signer = { sign(payload: object, type: string): Promise<string> };

/** The rotating keys that sign offers: one signs, all that are listed still verify. */
export type OfferKeys = { current(): Promise<OfferKey>; find(kid: string): Promise<OfferKey | undefined> };
export type OfferKey = { readonly kid: string; readonly secret: Uint8Array };

/** The secrets that prove a provider's webhooks of one tenant; several while one rotates. */
export type WebhookSecrets = { of(tenant: string): Promise<readonly string[]> };

export type Services = {
  readonly provider: PaymentProvider;
  readonly tracking: Tracking;
  readonly flights: Flights;
  readonly archive: Archive;
  readonly signer: Signer;
  readonly offerKeys: OfferKeys;
  readonly webhookSecrets: WebhookSecrets;
};
export type ServiceName = keyof Services;
