import { aCancellation } from '../../tests/support/cancellation.ts';
import { paymentEvent } from '../../tests/support/payments.ts';
import { aPerson } from '../../tests/support/people.ts';
import { aBindBody, anOffer, aQuoteItem, risks } from '../../tests/support/sale.ts';
import { dayMs } from './grown-book.ts';
import type { GrownWorld } from './grown-world.ts';
import { asks, type Question } from './question.ts';

const freight = 'return-freight';

/** A customer who is there already, the first time; the same one afterwards. */
const customerIn = async (world: GrownWorld): Promise<string> => {
  const { body } = await world.did('registerCustomer', { body: aPerson(), key: 'customer-of-all' });
  return String(body['customerId']);
};

const identityOf = (thing: number) => ({ orderNumber: `SO-20270101-${thing}` });

const bindBody = async (world: GrownWorld, thing: number) => {
  const customerId = await customerIn(world);
  const identity = identityOf(thing);
  return aBindBody(await anOffer(world, freight, identity), customerId, { identity });
};

const sold = async (world: GrownWorld, thing: number): Promise<string> => {
  const { body } = await world.did('bindPolicy', { body: await bindBody(world, thing) });
  return String(body['policyId']);
};

/** A phone that was bought today, and who takes its premium. */
const aPhone = async (world: GrownWorld, collection: 'provider' | 'partner', imei: string) => {
  const customerId = await customerIn(world);
  const offer = await anOffer(world, 'device-protection', { imei, purchasedOn: world.time.now.slice(0, 10) });
  const body = aBindBody(offer, customerId, { identity: { imei }, collection });
  const bound = await world.did('bindPolicy', { body });
  return { policyId: String(bound.body['policyId']), offerId: offer.offerId };
};

const payment = (offerId: string) => ({
  ...{ params: { tenantId: 'shop-a' }, headers: { 'stripe-signature': 'good' }, key: undefined },
  body: paymentEvent({ amount: risks['device-protection'].gross, offerId }),
});

const daysLater = ({ time }: GrownWorld, days: number): string =>
  new Date(Date.parse(time.now) + days * dayMs).toISOString();

const notice = async (world: GrownWorld) => {
  const { policyId } = await aPhone(world, 'partner', '490154203237518');
  const lossAt = daysLater(world, 2);
  world.time.now = daysLater(world, 3);
  return {
    params: { policyId },
    body: { coverage: 'screen', lossAt, form: { repairQuote: 120_000 }, payee: 'ba_1QK2v9L0aZ4xYw7T' },
  };
};

const prepared = (
  what: string,
  operation: string,
  prepare: (world: GrownWorld) => Promise<Parameters<GrownWorld['did']>[1]>,
): Question => ({
  what,
  ask: async (world) => {
    const asked = await prepare(world);
    return () => world.did(operation, asked);
  },
});

export const commands: readonly Question[] = [
  asks('registerCustomer', 'registerCustomer', () => ({
    body: aPerson({ phone: '+8613800138002', identity: undefined }),
  })),
  prepared('findCustomer', 'findCustomer', async (world) => {
    await customerIn(world);
    return { body: { identityNumber: aPerson().identity.number } };
  }),
  prepared('getCustomer with its policies', 'getCustomer', async (world) => ({
    params: { customerId: await customerIn(world) },
    query: { include: 'policies' },
  })),
  asks('createQuote', 'createQuote', () => ({ body: { items: [aQuoteItem(freight)] } })),
  prepared('bindPolicy', 'bindPolicy', async (world) => ({ body: await bindBody(world, 1) })),
  prepared('recordMilestone', 'recordMilestone', async (world) => ({
    params: { policyId: await sold(world, 2) },
    body: { milestone: 'shipment_confirmed', occurredAt: world.time.now },
  })),
  prepared('cancelPolicy', 'cancelPolicy', async (world) => {
    const policyId = await sold(world, 3);
    return { params: { policyId }, body: await aCancellation(world, policyId) };
  }),
  prepared('receivePaymentWebhook', 'receivePaymentWebhook', async (world) =>
    payment((await aPhone(world, 'provider', '356938035643809')).offerId),
  ),
  prepared('reportClaim', 'reportClaim', notice),
];
