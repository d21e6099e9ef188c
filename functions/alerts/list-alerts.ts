import { Alert } from '../../domain/alerts/schema.ts';
import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { alerts } from './contract.ts';

export const endpoint = implement(alerts.endpoints.listAlerts, async ({ query, ports }) => {
  const { items, next } = await ports.queue('alerts', query);
  return accept({ items: items.map(({ state }) => Alert.parse(state)), next });
});
