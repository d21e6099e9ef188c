import { accept, type Decision, type Outcome, refuse } from '../shared/decision.ts';
import type { AlertAcknowledged } from './events.ts';
import { alertAllows } from './lifecycle.ts';
import type { Alert } from './schema.ts';

/** A person takes an open alert on, so that nobody else has to. `by` is the person of the token. */
export const acknowledgeAlert = (
  { alertId, status }: Alert,
  given: { readonly by: string; readonly now: string },
): Decision<Outcome<AlertAcknowledged>, 'alert-state-refuses'> => {
  if (!alertAllows(status, 'acknowledge')) return refuse('alert-state-refuses', { status, command: 'acknowledge' });
  return accept({
    events: [{ type: 'alert.acknowledged', data: { alertId, by: given.by, at: given.now } }],
    postings: [],
  });
};
