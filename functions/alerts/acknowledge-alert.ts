import { acknowledgeAlert } from '../../domain/alerts/acknowledge-alert.ts';
import { refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { alerts } from './contract.ts';

export const endpoint = implement(alerts.endpoints.acknowledgeAlert, async ({ params, actor, now, ports }) => {
  const { alert } = await ports.load({ alert: params.alertId });
  if (alert === undefined) return refuse('alert-not-found', { alertId: params.alertId });

  const decision = acknowledgeAlert(alert, { by: actor.id, now });
  return decision.ok ? ports.commit({ alert: decision.value }, (after) => after.alert) : decision;
});
