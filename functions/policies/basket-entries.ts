import { basketRefusals } from '../../domain/baskets/refusals.ts';
import { BasketView } from '../../domain/baskets/schema.ts';
import {
  BasketDetail,
  BasketPage,
  BasketParams,
  BindBasket,
  BoundBasket,
  RecordOptOuts,
} from '../../domain/baskets/view/schema.ts';
import { policyRefusals } from '../../domain/policies/refusals.ts';
import { offerRefusals } from '../../domain/quoting/refusals.ts';
import { pick } from '../../domain/shared/refusal.ts';
import type { EndpointContract } from '../_kit/contract.ts';
import { besideBasket } from './asked.ts';
import { bindRefusals } from './bind-refusals.ts';
import { BasketQuery, BasketsQuery } from './schema.ts';

const quiet = { writes: [], emits: [], uses: [] } as const;

/** The part of the contract that is about whole checkouts. */
export const basketEntries = {
  bindBasket: {
    method: 'POST',
    path: '/baskets',
    summary: 'Bind a basket, all of it or nothing',
    description:
      'Concludes up to 16 contracts on signed offers in one transaction. What the buyer declined is recorded beside them as evidence. A refusal names every item that is at fault, and nothing is bound.',
    caller: 'partner',
    scope: 'policies:write',
    body: BindBasket,
    response: BoundBasket,
    success: 201,
    object: 'basket',
    refusals: { ...bindRefusals, ...pick(basketRefusals, 'offer-already-declined') },
    reads: ['policy', 'customer', 'vault', 'basket'],
    writes: ['policy', 'basket'],
    emits: ['policy.bound', 'policy.on-risk', 'basket.bound', 'basket.opted-out'],
    unique: true,
    uses: ['offerKeys'],
    ifBroken: 'Buyers pay for a whole cart and get no cover: shops cannot conclude several policies at once.',
    promise: 'partners-can-sell',
  },
  recordOptOuts: {
    method: 'POST',
    path: '/opt-outs',
    summary: 'Record that a buyer declined every offer',
    description: 'Evidence of what was offered and freely declined, from the signed offers themselves.',
    caller: 'partner',
    scope: 'policies:write',
    body: RecordOptOuts,
    response: BasketView,
    success: 201,
    object: 'basket',
    refusals: {
      ...pick(offerRefusals, 'quote-tampered'),
      ...pick(policyRefusals, 'quote-already-bound'),
      ...pick(basketRefusals, 'offer-already-declined'),
    },
    reads: ['basket', 'policy'],
    writes: ['basket'],
    emits: ['basket.opted-out'],
    unique: true,
    uses: ['offerKeys'],
    ifBroken: 'Nobody can show a regulator how many buyers freely declined.',
  },
  getBasket: {
    method: 'GET',
    path: '/baskets/{basketId}',
    summary: 'Get what a buyer took and declined',
    caller: 'partner',
    scope: 'policies:read',
    params: BasketParams,
    query: BasketQuery,
    includes: besideBasket,
    response: BasketDetail,
    success: 200,
    object: 'basket',
    refusals: pick(basketRefusals, 'basket-not-found'),
    reads: ['basket', 'policy'],
    ...quiet,
    ifBroken: 'Shops cannot see what a checkout bound and declined.',
  },
  listBaskets: {
    method: 'GET',
    path: '/baskets',
    summary: 'List what buyers took and declined, newest first',
    description:
      'A checkout is found by your own number for it, whether something was bound in it or all of it declined; by customer only where something was bound.',
    caller: 'partner',
    scope: 'policies:read',
    query: BasketsQuery,
    response: BasketPage,
    success: 200,
    refusals: {},
    reads: ['basket'],
    ...quiet,
    lists: ['byKind', 'byCustomer', 'byReference'],
    ifBroken: 'Nobody can work out how many buyers declined.',
  },
} as const satisfies Record<string, EndpointContract>;
