import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { alerts } from './contract.ts';

export const endpoint = implement(alerts.endpoints.getAlert, async ({ params, ports }) => {
  const { alert } = await ports.load({ alert: params.alertId });
  return alert === undefined ? refuse('alert-not-found', { alertId: params.alertId }) : accept(alert);
});
