import { formatMoney } from '@bindery/sdk';
import { openSandbox } from '@bindery/sdk/sandbox';

const baseUrl = process.env['BINDERY_URL'] ?? 'http://localhost:8787';
// region sandbox
const sandbox = await openSandbox({ baseUrl, name: 'My shop' });
const { bindery } = sandbox;
// endregion

// region customer
const { customerId } = await bindery.registerCustomer({
  name: '王小明',
  phone: '+8613800138000',
  locale: 'zh-CN',
});
// endregion

// region quote
const order = { orderNumber: 'SO-20261123-0042', category: 'apparel', distance: 'neighbour' };
const { items } = await bindery.createQuote({
  items: [
    {
      itemId: 'line-1',
      productId: 'return-freight',
      insuredObject: { ...order, buyerReturnRate: '0.20', sellerRating: '4.7' },
    },
  ],
});
const [line] = items;
if (line?.outcome !== 'offered') throw new Error('This parcel is not insured.');
const { offer } = line;
console.log(`Return freight for ${formatMoney(offer.premium.gross, 'zh-CN')}`);
// endregion

// region bind
// Show the buyer every text of offer.disclosures; what is required has to be agreed to, one by one.
const agreed = offer.disclosures.filter(({ required }) => required);
const policy = await bindery.bindPolicy({
  offer: offer.token,
  customerId,
  reference: 'checkout-7f3a9c',
  collection: 'provider',
  identity: { orderNumber: order.orderNumber },
  acknowledged: agreed.map(({ code, contentHash }) => ({ code, contentHash })),
});
const { policyId } = policy;
// endregion

// region premium
await sandbox.pay(offer);
await sandbox.settled();
const { invoice } = await bindery.getPolicy({ policyId });
console.log(`The premium is ${invoice.status}`);
// endregion

// region shipment
const occurredAt = await sandbox.now();
const { status } = await bindery.recordMilestone({ policyId, milestone: 'shipment_confirmed', occurredAt });
console.log(`The parcel is on its way, the policy ${status}`);
// endregion

// region claim
// A waybill that begins like this was signed for by the seller; any other is asked for at the carrier.
const { claimId } = await bindery.reportClaim({
  policyId,
  coverage: 'return-freight',
  lossAt: await sandbox.now(),
  payee: 'ba_1QK2v9L0aZ4xYw7T',
  form: { waybillNumber: 'SBXSIGNED0001', returnKind: 'return', paidBy: 'buyer', onPlatform: true },
});
await sandbox.settled();
const claim = await bindery.getClaim({ claimId });
console.log(`The claim is ${claim.status}: ${claim.paid && formatMoney(claim.paid, 'zh-CN')}`);
// endregion
