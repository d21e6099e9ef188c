import type { Inputs } from '../shared/form/schema.ts';

/** The policy as a claim on one coverage sees it. Amounts are minor units, times are instants. */
export type InsuredFacts = {
  /** What was insured and chosen, with what was derived from it at the quote. */
  readonly inputs: Inputs;
  /** First instant of cover; absent while the event that begins it has not come. */
  readonly from?: string | undefined;
  /** First instant after cover; absent while it is not known. */
  readonly to?: string | undefined;
  /** Claims on this coverage that were approved in this term, and not reversed. */
  readonly claimsUsed: number;
  /** What they consumed. */
  readonly amountUsed: number;
};

/** What the insured reports. */
export type LossFacts = {
  readonly coverage: string;
  readonly occurredAt: string;
  readonly reportedAt: string;
  /** Answers to the claim form. */
  readonly answers: Inputs;
  /** Exclusions that a person found to apply; those that answers show are found without. */
  readonly exclusionsFound?: readonly string[];
};

/** What the carrier tells of the returned parcel. */
export type ParcelFacts = { readonly status: string; readonly waybillUnique: boolean };

/** What one source tells of one flight. Arrival is gate-in at the destination; a diverted flight may get there late. */
export type FlightReport = {
  readonly source: string;
  /** Whether it is the airline, the airport or the authority itself. */
  readonly official: boolean;
  readonly observedAt: string;
  readonly scheduledArrival: string;
} & (
  | { readonly status: 'arrived'; readonly actualArrival: string }
  | { readonly status: 'diverted'; readonly actualArrival?: string }
  | { readonly status: 'cancelled' }
);

/** What is known of a repair: the quote, the price list of the model, and whether the pictures show this device. */
export type RepairFacts = {
  readonly quote: number;
  readonly priceList?: number | undefined;
  readonly imagesMatch?: boolean | undefined;
};
