import type { Disbursement } from '../policies/schema.ts';

type Status = Disbursement['status'];
/** What can happen to money on its way out. */
export type DisbursementCommand = 'submit' | 'ask-again' | 'settle' | 'fail' | 'return' | 'lose-answer';

/** The table of lifecycles 6.7 for our side of the provider: an answer that never came is a state of its own. */
export const disbursementLifecycle: Readonly<Record<DisbursementCommand, readonly Status[]>> = {
  submit: ['requested'],
  'ask-again': ['submitted', 'unknown'],
  // A provider may correct itself: money that it called failed may have arrived after all.
  settle: ['submitted', 'unknown', 'failed'],
  fail: ['submitted', 'unknown'],
  return: ['succeeded'],
  'lose-answer': ['submitted', 'unknown'],
};

export const disbursementAllows = (status: Status, command: DisbursementCommand): boolean =>
  disbursementLifecycle[command].includes(status);
