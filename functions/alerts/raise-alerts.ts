import { alarmFor, isAlerting } from '../../domain/alerts/causes.ts';
import { raiseAlert } from '../../domain/alerts/raise-alert.ts';
import { subscribe } from '../_kit/implement.ts';
import { alerts } from './contract.ts';

export const subscriber = subscribe(alerts.subscribers.raiseAlerts, async ({ event, now, ports }) => {
  const { type, data } = event;
  const happened = { type, data };
  const alarm = isAlerting(happened) ? alarmFor(happened) : undefined;
  if (alarm === undefined) return;

  // The id follows from the event, so that a second delivery finds the first one's alert.
  const alertId = ports.idFrom('alr', alarm.cause, alarm.subject, event.id);
  const { alert } = await ports.load({ alert: alertId });
  const decision = raiseAlert(alert, { alertId, ...alarm }, { now });
  if (decision.ok) await ports.commit({ alert: decision.value }, () => undefined);
});
