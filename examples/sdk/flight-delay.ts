import { formatMoney } from '@bindery/sdk';
import { openSandbox } from '@bindery/sdk/sandbox';

const baseUrl = process.env['BINDERY_URL'] ?? 'http://localhost:8787';
const sandbox = await openSandbox({ baseUrl, name: 'A travel agent' });
const { bindery } = sandbox;

const { customerId } = await bindery.registerCustomer({ name: '陈晓', phone: '+8613700137000', locale: 'zh-CN' });

const tomorrow = new Date(Date.parse(await sandbox.now()) + 86_400_000).toISOString().slice(0, 10);
const passenger = { passengerDocument: 'E12345678', ticketNumber: '7812345104729' };
const { items } = await bindery.createQuote({
  items: [
    {
      itemId: 'line-1',
      productId: 'flight-delay',
      insuredObject: {
        ...passenger,
        // It comes in three hours late, in every sandbox.
        flightNumber: 'ZZ180',
        // As the airport writes it, for the hour counts.
        scheduledDeparture: `${tomorrow}T18:30:00+08:00`,
        risk: 'A',
        delayPublished: false,
      },
      options: { plan: 'basic' },
    },
  ],
});
const [line] = items;
if (line?.outcome !== 'offered') throw new Error('This flight is not insured.');
const { offer } = line;
console.log(`A late arrival for ${formatMoney(offer.premium.gross, 'zh-CN')}`);

const agreed = offer.disclosures.filter(({ required }) => required);
const { policyId } = await bindery.bindPolicy({
  offer: offer.token,
  customerId,
  reference: 'booking-4711',
  // The agent takes the money itself, and settles by statement.
  collection: 'partner',
  identity: passenger,
  acknowledged: agreed.map(({ code, contentHash }) => ({ code, contentHash })),
});

await sandbox.advance({ by: 'P3D' });

const { claimId } = await bindery.reportClaim({
  policyId,
  coverage: 'flight-delay',
  lossAt: await sandbox.now(),
  payee: 'ba_1QK2v9L0aZ4xYw7T',
  form: {},
});
await sandbox.settled();
const claim = await bindery.getClaim({ claimId });
console.log(`The claim is ${claim.status}: ${claim.paid && formatMoney(claim.paid, 'zh-CN')}`);
