import { declineOffers } from '../../domain/baskets/decide-basket.ts';
import { basketView } from '../../domain/baskets/view/basket-view.ts';
import { allOrNothing } from '../../domain/shared/all-or-nothing.ts';
import { implement } from '../_kit/implement.ts';
import { policies } from './contract.ts';
import { declinedOf, optOutOf } from './opt-outs.ts';
import { placeIn } from './place-in.ts';

export const endpoint = implement(policies.endpoints.recordOptOuts, async ({ body, tenant, now, ports }) => {
  const { reference } = body;
  const declined = allOrNothing(
    body.optOuts.map(({ offer }) => declinedOf(offer, ports)),
    placeIn('optOuts'),
  );
  if (!declined.ok) return declined;
  const basketId = ports.newId('bsk');
  const holds = declined.value.map(({ hold }) => hold);
  const { policy, holders } = await ports.load(
    { basket: basketId, policy: declined.value.map(({ policyId }) => policyId) },
    holds,
  );
  const { offerKeys } = ports;
  const evidence = await Promise.all(
    declined.value.map((one, at) =>
      optOutOf(one, { boundAs: policy[at]?.policyId, declinedIn: holders[at] }, { tenant, offerKeys }),
    ),
  );
  const optOuts = allOrNothing(evidence, placeIn('optOuts'));
  if (!optOuts.ok) return optOuts;
  const basket = declineOffers({ basketId, reference, optOuts: optOuts.value, holds }, { now });
  return ports.commit({ basket }, (after) => basketView(after.basket));
});
