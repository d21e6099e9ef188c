import { formatMoney } from '@bindery/sdk';
import { openSandbox } from '@bindery/sdk/sandbox';

const baseUrl = process.env['BINDERY_URL'] ?? 'http://localhost:8787';
const sandbox = await openSandbox({ baseUrl, name: 'A phone shop' });
const { bindery } = sandbox;

const { customerId } = await bindery.registerCustomer({ name: '李娜', phone: '+8613900139000', locale: 'zh-CN' });

const today = (await sandbox.now()).slice(0, 10);
const phone = { imei: '356938035643809', model: 'iPhone 16', deviceValue: 499_900, purchasedOn: today };
const { items } = await bindery.createQuote({
  items: [
    {
      itemId: 'line-1',
      productId: 'device-protection',
      insuredObject: { ...phone, region: 'T1', priorRepairs: 0 },
      options: { plan: 'screen', deductible: '10' },
    },
  ],
});
const [line] = items;
if (line?.outcome !== 'offered') throw new Error('This phone is not insured.');
const { offer } = line;
console.log(`A year of screens for ${formatMoney(offer.premium.gross, 'zh-CN')}`);

const agreed = offer.disclosures.filter(({ required }) => required);
const { policyId } = await bindery.bindPolicy({
  offer: offer.token,
  customerId,
  reference: 'checkout-8a1b2c',
  collection: 'provider',
  identity: { imei: phone.imei },
  acknowledged: agreed.map(({ code, contentHash }) => ({ code, contentHash })),
});
await sandbox.pay(offer);
await sandbox.settled();

// region time
await sandbox.advance({ by: 'P45D' });
const { status } = await bindery.getPolicy({ policyId });
console.log(`45 days later the policy is ${status}`);
// endregion

const { claimId } = await bindery.reportClaim({
  policyId,
  coverage: 'screen',
  lossAt: await sandbox.now(),
  payee: 'ba_1QK2v9L0aZ4xYw7T',
  form: { repairQuote: 120_000 },
});
await sandbox.settled();

// region people
// A claim on a device is decided by two people of the insurer. In a sandbox you are both.
const handler = await sandbox.person('Handler', 'claims_handler');
const approver = await sandbox.person('Approver', 'claims_approver');
const { handling } = await handler.bindery.assessClaim({ claimId });
const amount = handling.assessed?.amount.amount ?? 0;
await approver.bindery.approveClaim({ claimId, amount });
// endregion

await sandbox.settled();
const claim = await bindery.getClaim({ claimId });
console.log(`The claim is ${claim.status}: ${claim.paid && formatMoney(claim.paid, 'zh-CN')}`);
