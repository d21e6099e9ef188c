import { basketView } from '../../domain/baskets/view/basket-view.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { includedIn } from '../_kit/include.ts';
import { policyViewOf } from '../_kit/policy-view.ts';
import { policies } from './contract.ts';

export const endpoint = implement(policies.endpoints.getBasket, async ({ params, query, ports }) => {
  const { basketId } = params;
  const { basket } = await ports.load({ basket: basketId });
  if (basket === undefined) return refuse('basket-not-found', { basketId });
  if (!includedIn(query).has('policies')) return accept(basketView(basket));

  const { policy } = await ports.load({ policy: basket.policyIds });
  const shown = policy.flatMap((one) => (one === undefined ? [] : [policyViewOf(ports, one)]));
  return accept({ ...basketView(basket), included: { policies: shown } });
});
