import type { Alert } from '../../domain/alerts/schema.ts';
import type { Platform } from '../../functions/_kit/platform.ts';
import { livingOf } from '../../functions/_kit/sandbox.ts';
import type { OpenAlert } from './source.ts';

/** How many of one tenant are shown; who has more has another trouble than one of them. */
const shownMax = 100;
const order: readonly string[] = ['red', 'orange', 'yellow'] satisfies readonly OpenAlert['severity'][];

/** The alerts of all living tenants that nobody has closed: the most urgent first, and of those the oldest. */
export const openAlerts = async (platform: Platform): Promise<readonly OpenAlert[]> => {
  const store = platform.store({ read: 0, write: 0 });
  const tenants = livingOf(await platform.audit({ read: 0, write: 0 }).tenants());
  const pages = tenants.map(async (tenant) => {
    const { items } = await store.queue('alerts', { tenant, after: undefined, limit: shownMax });
    return (items as readonly Alert[]).map(({ alertId, status, severity, cause, subject, raisedAt }) => ({
      ...{ tenant, alertId, status, severity, cause, subject, raisedAt },
    }));
  });
  return (await Promise.all(pages))
    .flat()
    .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || a.raisedAt.localeCompare(b.raisedAt));
};
