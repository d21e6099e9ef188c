import type { BatchItem } from './generators/batches.ts';
import type { Tenant } from './platform.ts';

export type KnownOffer = {
  readonly token: string;
  readonly offerId: string;
  readonly productId: string;
  readonly identity: Readonly<Record<string, string>>;
  readonly gross: number;
  readonly acknowledged: readonly { readonly code: string; readonly contentHash: string }[];
};
export type KnownPolicy = {
  readonly policyId: string;
  readonly policyNumber: string;
  readonly verificationCode: string;
  readonly productId: string;
  readonly offerId: string;
  readonly gross: number;
  readonly collection: string;
  /** As it was last told. */
  readonly status: string;
  /** From when it is covered, as far as that is known. */
  readonly from: string | undefined;
};

export type KnownPreview = {
  readonly policyId: string;
  readonly reason: string;
  readonly token: string;
  readonly shown: string;
};

export type KnownCredential = {
  readonly credentialId: string;
  readonly clientId: string;
  readonly secrets: readonly { readonly secretId: string; readonly secret: string | undefined }[];
};

/** An endpoint with every secret that was ever shown, and what is known to have been sent to it. */
export type KnownEndpoint = {
  readonly endpointId: string;
  readonly secretIds: readonly string[];
  readonly secrets: readonly string[];
  readonly deliveries: string[];
};

/** What one tenant's clients have learnt from answers, and may name in the next request. */
export type Known = {
  readonly tenant: Tenant;
  readonly people: number[];
  readonly customers: string[];
  readonly offers: KnownOffer[];
  readonly policies: KnownPolicy[];
  readonly baskets: string[];
  /** Where a reader of the events has come to, by the pages that it was given. */
  readonly eventsRead: string[];
  /** The longest page of events that was seen behind each place. */
  readonly eventsAfter: Map<string, readonly string[]>;
  /** The numbers under which whole checkouts stand. */
  readonly checkouts: string[];
  /** Items of batches, and what each was answered when it was answered for good. */
  readonly items: BatchItem[];
  readonly itemResults: Map<string, string>;
  /** Previews of cancellations, with what they showed. */
  readonly previews: KnownPreview[];
  readonly claims: string[];
  readonly assessed: { readonly claimId: string; readonly by: string; readonly amount: number }[];
  readonly alerts: string[];
  readonly statements: { readonly statementId: string; readonly total: number }[];
  readonly unmatched: string[];
  readonly inbox: string[];
  readonly credentials: KnownCredential[];
  readonly notifications: string[];
  readonly endpoints: KnownEndpoint[];
  /** Pages that were shown, with the filter that they had and the cursor of the next. */
  readonly pages: { readonly list: string; readonly query: Readonly<Record<string, string>>; readonly next: string }[];
  /** Answers of quotes by what was asked, to see that the same inputs have one price. */
  readonly prices: Map<string, number>;
};

export const nothingKnown = (tenant: Tenant): Known => ({
  tenant,
  ...{ people: [], customers: [], offers: [], policies: [], claims: [], assessed: [] },
  ...{
    baskets: [],
    eventsRead: [],
    eventsAfter: new Map(),
    checkouts: [],
    items: [],
    itemResults: new Map(),
    previews: [],
    alerts: [],
    statements: [],
    unmatched: [],
    inbox: [],
    credentials: [],
    notifications: [],
    endpoints: [],
    pages: [],
    prices: new Map(),
  },
});

/** Adds what is not known yet, where the newest stands last; what is known is known as it is now. */
export const learnt = <T>(list: T[], one: T, name: (one: T) => unknown = (same) => same): void => {
  const at = list.findIndex((other) => name(other) === name(one));
  if (at < 0) list.push(one);
  else list[at] = one;
};
