import { raiseAlert } from '../../domain/alerts/raise-alert.ts';
import type { ChainBreak } from '../../domain/audit/plan-appends.ts';
import type { Meter, Platform } from '../_kit/platform.ts';
import type { RootRef } from '../_kit/store.ts';
import { runOwnWork } from '../_kit/system.ts';
import { audit } from './contract.ts';

type Own = { readonly platform: Platform; readonly meter: Meter };
export type Broken = ChainBreak & { readonly tenant: string; readonly root: RootRef; readonly requestId: string };

/**
 * Tells a person that evidence contradicts itself: once for each broken record, however often it is delivered. All
 * breaks in the chains of alerts share one alert, or a fault in alerts themselves would raise alerts for ever.
 */
export const raiseChainBreak = async (own: Own, broken: Broken): Promise<void> => {
  const { tenant, root, requestId, seq, reason } = broken;
  const about = root.kind === 'alert' ? ['alerts'] : [root.id, String(seq)];
  const cause = { tenant, id: ['chain-break', ...about].join('.'), requestId };
  await runOwnWork(audit.subscribers.appendRecords, cause, own, async (ports, now) => {
    const alertId = ports.idFrom('alr', 'chain-break', ...about);
    const { alert } = await ports.load({ alert: alertId });
    const facts = { aggregate: root.kind, seq, reason };
    const decision = raiseAlert(
      alert,
      { alertId, severity: 'red', cause: 'chain-break', subject: root.id, facts },
      { now },
    );
    if (decision.ok) await ports.commit({ alert: decision.value }, () => undefined);
  });
};
