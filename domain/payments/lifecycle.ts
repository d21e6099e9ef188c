import type { Disbursement } from '../policies/schema.ts';

type Status = Disbursement['status'];
/** What can happen to money on its way out. */
export type DisbursementCommand = 'submit' | 'ask-again' | 'settle' | 'fail' | 'return' | 'lose-answer';

type Leads = { readonly [S in Status]?: readonly Status[] };

/**
 * The table of lifecycles 6.7 for our side of the provider, with where each command leads: an answer that never came is
 * a state of its own.
 */
export const disbursementLifecycle: Readonly<Record<DisbursementCommand, Leads>> = {
  submit: { requested: ['submitted'] },
  'ask-again': { submitted: ['submitted'], unknown: ['unknown'] },
  // A provider may correct itself: money that it called failed may have arrived after all.
  settle: { submitted: ['succeeded'], unknown: ['succeeded'], failed: ['succeeded'] },
  fail: { submitted: ['failed'], unknown: ['failed'] },
  return: { succeeded: ['returned'] },
  'lose-answer': { submitted: ['unknown'], unknown: ['unknown'] },
};

export const disbursementAllows = (status: Status, command: DisbursementCommand): boolean =>
  disbursementLifecycle[command][status] !== undefined;
