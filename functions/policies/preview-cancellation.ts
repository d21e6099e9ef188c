import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { cancellationNow } from './cancellation.ts';
import { policies } from './contract.ts';

export const endpoint = implement(policies.endpoints.previewCancellation, async ({ params, body, now, ports }) => {
  const { policyId } = params;
  const { policy } = await ports.load({ policy: policyId });
  if (policy === undefined) return refuse('policy-not-found', { policyId });
  const decision = cancellationNow(policy, body, { now, disbursementId: '' });
  if (!decision.ok) return decision;
  const { terms, shown } = decision.value;
  const { token, expiresAt } = ports.preview(body, shown);
  return accept({ policyId, ...terms, preview: token, expiresAt });
});
