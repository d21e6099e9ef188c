import type { Alert } from './schema.ts';

/** `none` stands for an alert that does not exist yet. */
export type AlertState = 'none' | Alert['status'];
export type AlertCommand = 'raise' | 'acknowledge' | 'close';

/**
 * The table of lifecycles 6.10, without the steps of an investigation: where each command leads; elsewhere it is
 * refused.
 */
export const alertLifecycle: Readonly<Record<AlertCommand, { readonly [S in AlertState]?: Alert['status'] }>> = {
  raise: { none: 'raised' },
  acknowledge: { raised: 'acknowledged' },
  // Whoever sees at once that nothing is wrong need not take the alert on first.
  close: { raised: 'closed', acknowledged: 'closed' },
};

export const alertAllows = (state: AlertState, command: AlertCommand): boolean =>
  alertLifecycle[command][state] !== undefined;
