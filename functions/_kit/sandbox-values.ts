import type { FlightFacts, ParcelFacts } from './services.ts';

/** What one source says of a magic flight: that it was cancelled, or how many minutes late it came in. */
type Saying = 'cancelled' | number;

type Row = {
  /** Where the value is given. */
  readonly at: 'payment method' | 'payee' | 'flight number' | 'waybill';
  readonly value: string;
  /** What happens, as a sentence of the reference. */
  readonly happens: string;
};
export type CardRow = Row & { readonly at: 'payment method'; readonly card: 'good' | 'declined' | 'refund-fails' };
export type PayeeRow = Row & { readonly at: 'payee'; readonly payout: 'paid' | 'answer-lost' | 'broken' | 'closed' };
/** How the claim stands when it was looked at for the first time. */
type Claimed = { readonly claim: 'approved' | 'rejected' | 'in-review' | 'awaiting-facts' };
export type FlightRow = Row & Claimed & { readonly at: 'flight number'; readonly sources: readonly Saying[] };
export type WaybillRow = Row &
  Claimed & { readonly at: 'waybill'; readonly parcel: Pick<ParcelFacts, 'status' | 'signedAt'> };
export type SandboxRow = CardRow | PayeeRow | FlightRow | WaybillRow;

const cards: readonly CardRow[] = [
  { at: 'payment method', value: 'pm_card_visa', card: 'good', happens: 'The premium is paid.' },
  { at: 'payment method', value: 'pm_card_declined', card: 'declined', happens: 'The card is declined, with 402.' },
  {
    ...{ at: 'payment method', value: 'pm_card_refundFail', card: 'refund-fails' },
    happens: 'The premium is paid, but a refund of it fails later.',
  },
];

const payees: readonly PayeeRow[] = [
  { at: 'payee', value: 'ba_1QK2v9L0aZ4xYw7T', payout: 'paid', happens: 'Paid, as with any other payee.' },
  {
    ...{ at: 'payee', value: 'ba_AnswerGetsLost', payout: 'answer-lost' },
    happens: 'Paid, but the answer never comes: *unknown* until it is asked for.',
  },
  {
    ...{ at: 'payee', value: 'ba_ProviderBroken', payout: 'broken' },
    happens: 'The provider fails before it has done anything.',
  },
  { at: 'payee', value: 'ba_AccountIsClosed', payout: 'closed', happens: 'The payout fails later.' },
];

/** No airline has the code ZZ. */
const flights: readonly FlightRow[] = [
  {
    ...{ at: 'flight number', value: 'ZZ100', sources: [0, 0], claim: 'rejected' },
    happens: 'It came in on time, as airport and airline say: a claim is rejected.',
  },
  {
    ...{ at: 'flight number', value: 'ZZ180', sources: [180, 180], claim: 'approved' },
    happens: 'It came in 180 minutes late, as airport and airline say: the lower tier is paid.',
  },
  {
    ...{ at: 'flight number', value: 'ZZ300', sources: [300, 300], claim: 'approved' },
    happens: 'It came in 300 minutes late, as airport and airline say: the higher tier is paid.',
  },
  {
    ...{ at: 'flight number', value: 'ZZ900', sources: ['cancelled', 'cancelled'], claim: 'approved' },
    happens: 'It was cancelled, as airport and airline say: a cancellation is paid.',
  },
  {
    ...{ at: 'flight number', value: 'ZZ500', sources: [0, 180], claim: 'in-review' },
    happens: 'Airport and airline contradict each other: a claim goes to people, for `sources-differ`.',
  },
  {
    ...{ at: 'flight number', value: 'ZZ404', sources: [], claim: 'awaiting-facts' },
    happens: 'Nobody says anything: a claim waits for facts, and goes to people after 72 hours.',
  },
];

/** A waybill is used once, so any that begins like this will do. */
const waybills: readonly WaybillRow[] = [
  {
    ...{ at: 'waybill', value: 'SBXSIGNED', parcel: { status: 'signed_by_seller' }, claim: 'approved' },
    happens: 'The seller has signed for the parcel: a claim is paid.',
  },
  {
    ...{ at: 'waybill', value: 'SBXONITSWAY', parcel: { status: 'in_transit' }, claim: 'awaiting-facts' },
    happens: 'The parcel is on its way: a claim waits for facts, and goes to people after 72 hours.',
  },
  {
    ...{ at: 'waybill', value: 'SBXFORGED', claim: 'in-review' },
    parcel: { status: 'signed_by_seller', signedAt: '2000-01-01T00:00:00.000Z' },
    happens: 'The parcel was signed for long before it was sent: a claim goes to people, for `signed-outside-term`.',
  },
];

/**
 * Every value that makes something certain happen in a sandbox. The reference and the behaviour follow from this table
 * and from nothing else.
 */
export const sandboxValues = { cards, payees, flights, waybills } as const;

/** What the sources say of a magic flight of a day; undefined for any other. */
export const magicFlight = (flight: string, date: string): readonly FlightFacts[] | undefined => {
  const row = flights.find(({ value }) => value === flight);
  const scheduledArrival = `${date}T12:00:00.000Z`;
  const late = (minutes: number): string => new Date(Date.parse(scheduledArrival) + minutes * 60_000).toISOString();
  return row?.sources.map((says, at) => ({
    ...{ source: at === 0 ? 'sandbox-airport' : 'sandbox-airline', official: true, scheduledArrival },
    ...(says === 'cancelled' ? { cancelled: true } : { cancelled: false, actualArrival: late(says) }),
  }));
};

/** What the carrier says of a magic waybill; undefined for any other. */
export const magicParcel = (waybill: string): ParcelFacts | undefined => {
  const row = waybills.find(({ value }) => waybill.startsWith(value));
  return row === undefined ? undefined : { ...row.parcel, source: 'sandbox-carrier' };
};
