import { recordMilestone } from '../../domain/policies/record-milestone.ts';
import { refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { policyViewOf, productUnder } from '../_kit/policy-view.ts';
import { policies } from './contract.ts';

export const endpoint = implement(policies.endpoints.recordMilestone, async ({ params, body, now, ports }) => {
  const { policyId } = params;
  const { policy } = await ports.load({ policy: policyId });
  if (policy === undefined) return refuse('policy-not-found', { policyId });

  const reported = { milestone: body.milestone, occurredAt: new Date(body.occurredAt).toISOString() };
  const decision = recordMilestone(policy, productUnder(policy), reported, { now });
  if (!decision.ok) return decision;
  return ports.commit({ policy: decision.value }, (after) => policyViewOf(ports, after.policy));
});
