import { accept, type Decision, type Outcome, refuse } from '../shared/decision.ts';
import { type AlertRaised, alertRaised, type RaisedAlert } from './events.ts';
import { alertAllows } from './lifecycle.ts';
import type { Alert } from './schema.ts';

/**
 * Raises an alert once. Its id follows from its cause, so a second delivery of the same cause finds the first one's
 * alert and is refused, whatever has become of that alert since.
 */
export const raiseAlert = (
  existing: Alert | undefined,
  alert: Omit<RaisedAlert, 'raisedAt'>,
  given: { readonly now: string },
): Decision<Outcome<AlertRaised>, 'alert-state-refuses'> => {
  const status = existing?.status ?? 'none';
  if (!alertAllows(status, 'raise')) return refuse('alert-state-refuses', { status, command: 'raise' });
  return accept({ events: [alertRaised({ ...alert, raisedAt: given.now })], postings: [] });
};
