import { basketView } from '../../domain/baskets/view/basket-view.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { policies } from './contract.ts';

export const endpoint = implement(policies.endpoints.getBasket, async ({ params, ports }) => {
  const { basketId } = params;
  const { basket } = await ports.load({ basket: basketId });
  return basket === undefined ? refuse('basket-not-found', { basketId }) : accept(basketView(basket));
});
