import { declineOffers } from '../../domain/baskets/decide-basket.ts';
import { offerRefusals } from '../../domain/quoting/refusals.ts';
import { allOrNothing } from '../../domain/shared/all-or-nothing.ts';
import { implement } from '../_kit/implement.ts';
import { policies } from './contract.ts';
import { optOutOf } from './opt-outs.ts';

export const endpoint = implement(policies.endpoints.recordOptOuts, async ({ body, tenant, now, ports }) => {
  const basketId = ports.newId('bsk');
  await ports.load({ basket: basketId });
  const evidence = await Promise.all(body.optOuts.map(({ offer }) => optOutOf(offer, tenant, ports.offerKeys)));
  const optOuts = allOrNothing(
    evidence,
    (at) => `/optOuts/${at}`,
    (code) => offerRefusals[code].title,
  );
  if (!optOuts.ok) return optOuts;
  const basket = declineOffers({ basketId, reference: body.reference, optOuts: optOuts.value }, { now });
  return ports.commit({ basket }, (after) => after.basket);
});
