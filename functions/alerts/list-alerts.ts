import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { alerts } from './contract.ts';

export const endpoint = implement(alerts.endpoints.listAlerts, async ({ query, ports }) => {
  const { items, next } =
    query.status === 'closed' ? await ports.oldest('alert', query) : await ports.queue('alerts', query);
  return accept({ items, next });
});
