import type { Coverage } from '../products/schema.ts';
import { addMinutes, minutesBetween } from '../shared/zone.ts';
import type { FlightReport } from './facts.ts';

/** The tier that a flight reached: none, `delay-<minutes>` of the product, or cancelled. */
export type FlightTier = 'none' | 'cancelled' | `delay-${number}`;

/** What the sources establish: one tier, a contradiction, or nothing yet. */
export type FlightOutcome =
  | { readonly outcome: 'established'; readonly tier: FlightTier }
  | { readonly outcome: 'conflict'; readonly tiers: readonly FlightTier[] }
  | { readonly outcome: 'open'; readonly lookAt?: string };

type Parametric = Extract<Coverage['benefit'], { kind: 'parametric' }>;

/**
 * Two independent sources that agree establish what happened, or an official one that nobody has contradicted for a
 * day; sources that differ are for people (catalogue 5.3). Sources agree when they give the same tier, not the same
 * minute. Of one source only its latest report counts, and an arrival that is still to come is an estimate: nothing is
 * paid for it before it has happened.
 */
export const flightOutcome = (
  reports: readonly FlightReport[],
  benefit: Parametric,
  officialAloneAfterHours: number,
  now: string,
): FlightOutcome => {
  const latest = latestBySource(reports);
  const estimated = latest.map(arrivalIn).find((at) => at !== undefined && at > now);
  if (estimated !== undefined) return { outcome: 'open', lookAt: estimated };
  const tiers = [...new Set(latest.map((report) => tierOf(report, benefit)))];
  const [tier] = tiers;
  if (tier === undefined) return { outcome: 'open' };
  if (tiers.length > 1) return { outcome: 'conflict', tiers };
  if (latest.length > 1) return { outcome: 'established', tier };
  const official = latest.find((report) => report.official);
  if (!official) return { outcome: 'open' };
  const lookAt = addMinutes(official.observedAt, officialAloneAfterHours * 60);
  return now < lookAt ? { outcome: 'open', lookAt } : { outcome: 'established', tier };
};

const arrivalIn = (report: FlightReport): string | undefined =>
  report.status === 'cancelled' ? undefined : report.actualArrival;

const latestBySource = (reports: readonly FlightReport[]): FlightReport[] => {
  const latest = new Map<string, FlightReport>();
  for (const report of reports) {
    const known = latest.get(report.source);
    if (!known || known.observedAt <= report.observedAt) latest.set(report.source, report);
  }
  return [...latest.values()];
};

/** A diversion counts as a cancellation unless the flight still reached its destination in time (catalogue 5.3). */
export const tierOf = (report: FlightReport, { delays, divertedUnder }: Parametric): FlightTier => {
  if (report.status === 'cancelled' || report.actualArrival === undefined) return 'cancelled';
  const delay = minutesBetween(report.scheduledArrival, report.actualArrival);
  if (report.status === 'diverted' && delay >= divertedUnder) return 'cancelled';
  const reached = delays.findLast(({ fromMinutes }) => delay >= fromMinutes);
  return reached ? `delay-${reached.fromMinutes}` : 'none';
};
