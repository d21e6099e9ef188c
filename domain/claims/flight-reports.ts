import type { FlightReport } from './facts.ts';

/** What a source of flight data answers about one flight of one day. */
export type FlightStatus = {
  readonly source: string;
  readonly official: boolean;
  readonly cancelled: boolean;
  readonly scheduledArrival: string;
  readonly actualArrival?: string;
};

/**
 * Turns the answers of the sources into reports. A flight that is still under way is no report yet. What a source says
 * is taken as observed when it happened, so that a day later it is a day old whenever it is asked for.
 */
export const flightReports = (answers: readonly FlightStatus[]): readonly FlightReport[] =>
  answers.flatMap(({ source, official, cancelled, scheduledArrival, actualArrival }): FlightReport[] => {
    const from = { source, official, scheduledArrival };
    if (cancelled) return [{ ...from, observedAt: scheduledArrival, status: 'cancelled' }];
    return actualArrival === undefined
      ? []
      : [{ ...from, observedAt: actualArrival, status: 'arrived', actualArrival }];
  });
