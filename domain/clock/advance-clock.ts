import { getISO } from 'temporal-polyfill/fns/Calendar';
import * as Duration from 'temporal-polyfill/fns/Duration';
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime';
import { accept, type Decision, type Outcome, refuse } from '../shared/decision.ts';
import { addMinutes } from '../shared/zone.ts';
import type { ClockAdvanceRequested } from './events.ts';
import type { clockRefusals } from './refusals.ts';
import type { AdvanceClock, ClockState } from './schema.ts';

/**
 * Text order is time order up to the year 9999. A clock that is set runs on, and what is sold then has terms of years,
 * so the way ends well before.
 */
const lastInstant = '9000-01-01T00:00:00.000Z';

/** The instant so much later by the calendar of UTC; undefined where no calendar goes so far. */
const after = (now: string, span: string): string | undefined => {
  try {
    const from = PlainDateTime.fromString(now.slice(0, -1), getISO);
    const to = PlainDateTime.add(from, Duration.fromString(span));
    return `${PlainDateTime.toString(to, { fractionalSecondDigits: 3 })}Z`;
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
};

/**
 * Asks a sandbox's time to go on, to an instant or by a span. It only goes forward: what has happened cannot come again
 * (design §8). Refuses while an earlier advance is under way.
 */
export const advanceClock = (
  before: ClockState | undefined,
  wished: AdvanceClock,
  given: { readonly clockId: string; readonly now: string },
): Decision<Outcome<ClockAdvanceRequested>, keyof typeof clockRefusals> => {
  const { clockId, now } = given;
  if (before?.status === 'advancing') return refuse('clock-is-advancing', { to: before.to });
  const to = wished.to === undefined ? after(now, wished.by ?? 'PT0S') : addMinutes(wished.to, 0);
  // A year of more digits begins with a sign.
  if (to === undefined || !/^\d/.test(to) || to > lastInstant)
    return refuse('clock-beyond-calendar', { last: lastInstant });
  if (to <= now) return refuse('clock-only-goes-forward', { now });
  return accept({ events: [{ type: 'clock.advance-requested', data: { clockId, from: now, to } }], postings: [] });
};
