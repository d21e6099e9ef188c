import { alertRaised } from '../../../domain/alerts/events.ts';
import type { Instant } from '../clock.ts';
import type { PortsOf } from '../ports.ts';
import type { InboundContract } from './inbound.ts';

/** One alert per hour, however many forgeries come: an attacker must not be able to make us write at will. */
export const alertOfForgery = async (
  ports: PortsOf<InboundContract>,
  { tenant, now }: { readonly tenant: string; readonly now: Instant },
): Promise<void> => {
  const hour = now.slice(0, 13);
  const alertId = ports.idFrom('alr', 'webhook-signature', hour);
  const unit = ports.under(`webhook-signature ${hour}`);
  const { alert } = await unit.load({ alert: alertId });
  if (alert !== undefined) return;
  const raised = alertRaised({
    alertId,
    severity: 'orange',
    cause: 'webhook-signature',
    subject: tenant,
    facts: { hour },
    raisedAt: now,
  });
  await unit.commit({ alert: { events: [raised], postings: [] } }, () => ({ received: true, outcome: 'ignored' }));
};
