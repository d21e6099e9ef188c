import type { EventsOf } from '../shared/schema.ts';
import type { alertEvents } from './events/schema.ts';

/** Everything that can happen to an alert. */
export type AlertEvent = EventsOf<typeof alertEvents>;

type Named<T extends AlertEvent['type']> = Extract<AlertEvent, { type: T }>;
export type AlertRaised = Named<'alert.raised'>;
export type AlertAcknowledged = Named<'alert.acknowledged'>;
export type AlertClosed = Named<'alert.closed'>;

/** What an alert says when it is raised; free of personal data, for it is shown to whoever is on duty. */
export type RaisedAlert = AlertRaised['data'];

/** The event of a new alert, for capabilities that raise one within a command of their own. */
export const alertRaised = (alert: RaisedAlert): AlertRaised => ({ type: 'alert.raised', data: alert });
