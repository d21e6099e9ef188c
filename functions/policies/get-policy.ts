import { type EffectiveRecord, policyAsOf } from '../../domain/policies/as-of.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { policies } from './contract.ts';
import { viewOf } from './view.ts';

export const endpoint = implement(policies.endpoints.getPolicy, async ({ params, query, ports }) => {
  const { policyId } = params;
  const { policy } = await ports.load({ policy: policyId });
  if (policy === undefined) return refuse('policy-not-found', { policyId });
  if (query.asOf === undefined) return accept(viewOf(ports, policy));

  const records: EffectiveRecord[] = [];
  let cursor: string | undefined;
  do {
    const page = await ports.history({ kind: 'policy', id: policyId }, { cursor, limit: 50 });
    records.push(...page.items.map(({ record }) => record as EffectiveRecord));
    cursor = page.next;
  } while (cursor !== undefined);
  const then = policyAsOf(records, new Date(query.asOf).toISOString());
  return then === undefined ? refuse('policy-not-found', { policyId }) : accept(viewOf(ports, then));
});
