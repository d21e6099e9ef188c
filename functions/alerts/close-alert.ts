import { closeAlert } from '../../domain/alerts/close-alert.ts';
import { refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { alerts } from './contract.ts';

export const endpoint = implement(alerts.endpoints.closeAlert, async ({ params, body, actor, now, ports }) => {
  const { alert } = await ports.load({ alert: params.alertId });
  if (alert === undefined) return refuse('alert-not-found', { alertId: params.alertId });

  const decision = closeAlert(alert, body, { by: actor.id, now });
  return decision.ok ? ports.commit({ alert: decision.value }, (after) => after.alert) : decision;
});
