import type { CountName, MoneyName } from '../../domain/audit/measures.ts';
import type { measured, measuredOfEvents } from './telemetry.ts';

type OfLines = (typeof measured)[number]['Name'];
type OfEvents = (typeof measuredOfEvents)[number]['Name'];
/** Money is a metric of each currency, for sums of two mean nothing: `premium<CUR>` is `premiumCNY` and so on. */
export type MetricName = OfLines | OfEvents | CountName | `${MoneyName}<CUR>`;

type Metric = {
  readonly unit: 'Count' | 'Milliseconds';
  /** On whose lines it stands: of everything, of events that subscribers took, or of records as they are audited. */
  readonly of: 'lines' | 'events' | 'records';
  readonly means: string;
};

const counted = (means: string): Metric => ({ unit: 'Count', of: 'records', means });
const summed = (means: string): Metric => counted(`${means}, in minor units of the currency`);

/** Every metric that the platform emits, under this name and no other. */
export const metrics: Readonly<Record<MetricName, Metric>> = {
  calls: { unit: 'Count', of: 'lines', means: 'Requests, events or ticks' },
  ms: { unit: 'Milliseconds', of: 'lines', means: 'Time inside the chain' },
  readUnits: { unit: 'Count', of: 'lines', means: 'Read units that the table reported' },
  writeUnits: { unit: 'Count', of: 'lines', means: 'Write units that the table reported' },
  ageMs: {
    unit: 'Milliseconds',
    of: 'events',
    means: 'How old the event was when its subscriber took it; of a batch, the oldest',
  },
  policies: counted('Contracts concluded'),
  'premium<CUR>': summed('Gross premium of the contracts concluded'),
  cancelled: counted('Contracts cancelled, by a wish or because cover never began'),
  lapsed: counted('Contracts undone because their premium never came'),
  claims: counted('Losses reported'),
  payouts: counted('Payouts of claims that the provider confirmed'),
  'paid<CUR>': summed('Claims paid'),
  'refunded<CUR>': summed('Premium given back'),
  'returned<CUR>': summed('Payouts and refunds that came back from the payee’s bank'),
  stuckPayouts: counted('Times that outgoing money was asked after again, for its outcome was still unknown'),
  'unmatched<CUR>': summed('Money received that fits no premium due'),
  'matched<CUR>': summed('Unmatched money that found its policy'),
  alerts: counted('Alerts raised for people'),
};

/** Says that a metric of this name, with a currency where it is money, can ever be emitted. */
export const isEmitted = (name: string): boolean =>
  !name.includes('<') && (name in metrics || name.replace(/[A-Z]{3}$/, '<CUR>') in metrics);
