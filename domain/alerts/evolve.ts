import type { AlertEvent } from './events.ts';
import type { Alert } from './schema.ts';

/** Folds an alert's events. An alert exists from its raising on, so any other first event is a bug. */
export const evolveAlert = (before: Alert | undefined, event: AlertEvent): Alert => {
  if (event.type === 'alert.raised') return { ...event.data, status: 'raised' };
  if (before === undefined) throw new Error(`${event.type} on an alert that was never raised.`);
  const { by, at } = event.data;
  if (event.type === 'alert.acknowledged') return { ...before, status: 'acknowledged', acknowledged: { by, at } };
  return { ...before, status: 'closed', closed: { by, at, resolution: event.data.resolution } };
};
