import { claimView } from '../../domain/claims/view/claim-view.ts';
import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { includedIn } from '../_kit/include.ts';
import { policyViewOf } from '../_kit/policy-view.ts';
import { claims } from './contract.ts';

export const endpoint = implement(claims.endpoints.listClaims, async ({ query, ports }) => {
  const { items, next } = await ports.list('claim', query);
  const page = { items: items.map(claimView), next };
  if (!includedIn(query).has('policy')) return accept(page);

  const ids = [...new Set(items.map(({ policyId }) => policyId))];
  const { policy } = await ports.load({ policy: ids });
  return accept({ ...page, included: { policy: policy.flatMap((one) => (one ? [policyViewOf(ports, one)] : [])) } });
});
