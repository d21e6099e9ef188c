import { accept, type Decision, type Outcome, refuse } from '../shared/decision.ts';
import type { AlertClosed } from './events.ts';
import { alertAllows } from './lifecycle.ts';
import type { Alert, CloseAlert } from './schema.ts';

/** A person ends an alert and says how it was resolved; it leaves the queue and stays in the history. */
export const closeAlert = (
  { alertId, status }: Alert,
  { resolution }: CloseAlert,
  given: { readonly by: string; readonly now: string },
): Decision<Outcome<AlertClosed>, 'alert-state-refuses'> => {
  if (!alertAllows(status, 'close')) return refuse('alert-state-refuses', { status, command: 'close' });
  return accept({
    events: [{ type: 'alert.closed', data: { alertId, by: given.by, at: given.now, resolution } }],
    postings: [],
  });
};
