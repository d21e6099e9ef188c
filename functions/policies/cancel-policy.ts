import { refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { cancellationNow } from './cancellation.ts';
import { policies } from './contract.ts';

export const endpoint = implement(policies.endpoints.cancelPolicy, async ({ params, body, now, ports }) => {
  const { policyId } = params;
  const { preview, ...request } = body;
  const { policy } = await ports.load({ policy: policyId });
  if (policy === undefined) return refuse('policy-not-found', { policyId });
  const decision = cancellationNow(policy, request, { now, disbursementId: ports.newId('dsb') });
  if (!decision.ok) return decision;
  const { outcome, terms, shown } = decision.value;
  const objection = ports.objectionTo(preview, request, shown);
  if (objection !== undefined) return refuse(objection);
  return ports.commit({ policy: outcome }, (after) => ({
    policyId,
    status: after.policy.status,
    ...terms,
    cancelledAt: now,
  }));
});
