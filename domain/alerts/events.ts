import type { DomainEvent } from '../shared/decision.ts';

/** What an alert says when it is raised; free of personal data, for it is shown to whoever is on duty. */
export type RaisedAlert = {
  readonly alertId: string;
  readonly severity: 'red' | 'orange' | 'yellow';
  readonly cause: string;
  /** What it is about: a policy, a payment, a webhook endpoint. */
  readonly subject: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly raisedAt: string;
};
export type AlertRaised = DomainEvent<'alert.raised', RaisedAlert>;
export type AlertAcknowledged = DomainEvent<
  'alert.acknowledged',
  { readonly alertId: string; readonly by: string; readonly at: string }
>;
export type AlertClosed = DomainEvent<
  'alert.closed',
  { readonly alertId: string; readonly by: string; readonly at: string; readonly resolution: string }
>;

export type AlertEvent = AlertRaised | AlertAcknowledged | AlertClosed;

/** The event of a new alert, for capabilities that raise one within a command of their own. */
export const alertRaised = (alert: RaisedAlert): AlertRaised => ({ type: 'alert.raised', data: alert });
