import { nextDue } from '../../domain/policies/next-due.ts';
import { claimsDue, lookAgain, runDue } from '../../domain/policies/run-due.ts';
import type { Policy } from '../../domain/policies/schema.ts';
import type { Meter, Platform } from '../_kit/platform.ts';
import type { PortsOf } from '../_kit/ports.ts';
import type { DueItem } from '../_kit/store.ts';
import { runOwnWork } from '../_kit/system.ts';
import { policies } from './contract.ts';

const contract = policies.subscribers.fireDuePolicy;
type Ports = PortsOf<typeof contract>;

const firePolicy = async (ports: Ports, policyId: string, now: string): Promise<readonly string[]> => {
  const { policy } = await ports.load({ policy: policyId });
  if (policy === undefined) return [];
  const decision = runDue(policy, { now, disbursementId: ports.newId('dsb') });
  if (decision.events.length > 0) await ports.commit({ policy: decision }, () => undefined);
  return claimsDue(policy, now);
};

const fireClaim = async (ports: Ports, claimId: string, now: string): Promise<void> => {
  const unit = ports.under(claimId);
  const { policy } = await unit.load({ policy: `pol_${claimId.slice(4, 30)}`, claim: claimId });
  if (policy === undefined) return;
  const decision = lookAgain(policy, claimId, now);
  if (decision.events.length > 0) await unit.commit({ policy: decision }, () => undefined);
};

/**
 * Answers one wake-up: does what the policy has due, then sets its next wake-up and takes this one away. The wake-up's
 * instant is the command's key, so a second tick finds the first one's effect. False where the wake-up still stands.
 */
export const fireDueItem = async (
  platform: Platform,
  item: DueItem,
  { requestId, meter }: { readonly requestId: string; readonly meter: Meter },
): Promise<boolean> => {
  const { tenant, id, at } = item;
  const cause = { tenant, id: `due.${id}.${at}`, requestId };
  const given = { platform, meter };
  let claims: readonly string[] = [];
  await runOwnWork(contract, cause, given, async (ports, now) => {
    claims = await firePolicy(ports, id, now);
  });
  for (const claimId of claims) {
    await runOwnWork(contract, cause, given, (ports, now) => fireClaim(ports, claimId, now));
  }
  return takeAway(given, item);
};

type Given = { readonly platform: Platform; readonly meter: Meter };
/** The wake-up goes when the policy, as it stands then, needs none so early. */
const takeAway = async ({ platform, meter }: Given, item: DueItem): Promise<boolean> => {
  const { tenant, id, at } = item;
  const roots = [{ kind: 'policy', id }];
  const loaded = await platform.store(meter).load({ tenant, roots, claims: [], vaults: [], holds: [] });
  const [root] = loaded.roots;
  const policy = root?.state as Policy | undefined;
  const next = policy === undefined ? undefined : nextDue(policy, await platform.clock.business(tenant, meter));
  return (next === undefined || next > at) && platform.due(meter).answered(item, next, root?.seq ?? 0);
};
