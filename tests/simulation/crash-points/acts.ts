import { partnerScopes } from '../../../domain/partners/scopes.ts';
import type { Ask, Json } from '../generators/generator.ts';
import { person } from '../generators/generator.ts';
import { webhookAsk } from '../generators/payments.ts';
import { dayMs, type Stage } from './stage.ts';

const risks: Readonly<Record<string, Json>> = {
  'return-freight': {
    insuredObject: {
      ...{ orderNumber: 'SO-20261123-0042', category: 'apparel', distance: 'neighbour' },
      ...{ buyerReturnRate: '0.20', sellerRating: '4.7' },
    },
  },
  'device-protection': {
    insuredObject: {
      ...{ imei: '356938035643809', model: 'Phone 16', deviceValue: 499_900, purchasedOn: '2026-11-23' },
      ...{ region: 'T1', priorRepairs: 0 },
    },
    options: { plan: 'screen', deductible: '10' },
  },
};
const identities: Readonly<Record<string, Json>> = {
  'return-freight': { orderNumber: 'SO-20261123-0042' },
  'device-protection': { imei: '356938035643809' },
};

export const aPerson = {
  name: '王小明',
  identity: { type: 'passport', number: 'CANARY000001' },
  phone: '+8613800100001',
  email: 'canary1@example.com',
  locale: 'zh-CN',
};

type Sale = { readonly collection: 'partner' | 'provider'; readonly identity?: Json };
type Offer = { token: string; offerId: string; premium: { gross: { amount: number } }; disclosures: readonly Json[] };

/** An offer to a customer, with the request that binds it. */
export const anOfferTo = async (
  { ask }: Stage,
  customerId: unknown,
  productId: string,
  { collection, identity = identities[productId] ?? {} }: Sale,
) => {
  const risk = risks[productId];
  const item = { ...risk, insuredObject: { ...Object(risk?.['insuredObject']), ...identity } };
  const { body: quote } = await ask('createQuote', { body: { items: [{ itemId: 'line-1', productId, ...item }] } });
  const { offer } = Object(quote['items'])[0] as { offer: Offer };
  const acknowledged = offer.disclosures
    .filter(({ required }) => required === true)
    .map(({ code, contentHash }) => ({ code, contentHash }));
  const body = { offer: offer.token, customerId, reference: 'order-1', collection, identity, acknowledged };
  return { bind: { body }, offerId: offer.offerId, gross: offer.premium.gross.amount };
};

/** A customer and an offer, with the request that binds it. */
export const anOffer = async (stage: Stage, productId: string, collection: 'partner' | 'provider') => {
  const { body: customer } = await stage.ask('registerCustomer', { body: aPerson });
  return anOfferTo(stage, customer['customerId'], productId, { collection });
};

export const aPolicy = async (
  stage: Stage,
  productId = 'return-freight',
  collection: 'partner' | 'provider' = 'partner',
) => {
  const { bind, offerId, gross } = await anOffer(stage, productId, collection);
  const { body } = await stage.ask('bindPolicy', bind);
  return { policyId: String(body['policyId']), offerId, gross };
};

/** What the provider tells of a payment for an offer. */
export const aPayment = ({ simulation, home: tenant }: Stage, offerId: string, amount: number) => {
  simulation.provider.pay({ tenant, paymentId: 'pi_00000001', amount, currency: 'cny', offerId });
  const webhook = simulation.provider.webhooks.at(-1);
  if (webhook === undefined) throw new Error('The provider tells of every payment.');
  return webhookAsk(webhook);
};

/** A payment whose webhook was kept, by a process that died before it could book it. */
export const aWebhookLeftHalfDone = async (stage: Stage): Promise<string> => {
  const { offerId, gross } = await aPolicy(stage, 'return-freight', 'provider');
  const { simulation, driver, command } = stage;
  const task = await driver.send(command('receivePaymentWebhook', aPayment(stage, offerId, gross)));
  const arrived = (): string | undefined =>
    [...simulation.inboxFiles.keys()].find((name) => name.startsWith('arrivals/'));
  while (arrived() === undefined && (await simulation.scheduler.step(task)));
  simulation.scheduler.expire();
  return /inb_[^.]+/.exec(arrived() ?? '')?.[0] ?? '';
};

export const shipment = ({ simulation }: Stage) => ({
  milestone: 'shipment_confirmed',
  occurredAt: simulation.clock.now(),
});

/** Return freight that is under way, so that its return can be claimed. */
export const aShippedPolicy = async (stage: Stage): Promise<string> => {
  const { policyId } = await aPolicy(stage);
  await stage.ask('recordMilestone', { params: { policyId }, body: shipment(stage) });
  return policyId;
};

export const freightNotice = ({ simulation }: Stage) => ({
  coverage: 'return-freight',
  lossAt: simulation.clock.now(),
  form: { waybillNumber: 'SF0000000001', returnKind: 'return', paidBy: 'buyer', onPlatform: true },
  payee: 'ba_CANARY00000001',
});

/** Notice of a screen that breaks now. */
export const screenNotice = ({ simulation }: Stage) => ({
  ...{ coverage: 'screen', lossAt: simulation.clock.now(), form: { repairQuote: 120_000 } },
  payee: 'ba_CANARY00000001',
});

/** A broken screen on the day after the sale, which people have to look at. */
export const aClaimForPeople = async (stage: Stage): Promise<string> => {
  const { policyId } = await aPolicy(stage, 'device-protection');
  await stage.time.pass(dayMs + 60_000);
  await stage.deliverAll();
  const { body } = await stage.ask('reportClaim', { params: { policyId }, body: screenNotice(stage) });
  await stage.deliverAll();
  return String(body['claimId']);
};

export const handler = person('claims_handler');
export const approver = person('claims_approver');
export const operator = person('operator');
export const finance = person('finance');

/** The same claim, assessed; answers the amount that the approver has to confirm. */
export const anAssessedClaim = async (stage: Stage): Promise<{ claimId: string; amount: number }> => {
  const claimId = await aClaimForPeople(stage);
  const { body } = await stage.ask('assessClaim', { params: { claimId }, as: handler, body: {} });
  return { claimId, amount: Number(Object(body['handling']).assessed.amount.amount) };
};

const allScopes = [...partnerScopes];
/** A credential with two secrets, beside another one that can manage it. */
export const aCredential = async (stage: Stage): Promise<{ credentialId: string; secretId: string }> => {
  const wish = (name: string) => ({ body: { name, scopes: ['credentials:write'] }, scopes: allScopes });
  await stage.ask('createCredential', wish('Office'));
  const { body } = await stage.ask('createCredential', wish('Till'));
  const credentialId = String(body['credentialId']);
  return { credentialId, secretId: String(Object(body['secrets'])[0].secretId) };
};
export const managing = { scopes: allScopes } as const;

/** An alert, raised by money that fits nowhere. */
export const anAlert = async (stage: Stage): Promise<string> => {
  const { offerId, gross } = await anOffer(stage, 'return-freight', 'provider');
  await stage.ask('receivePaymentWebhook', aPayment(stage, offerId, gross + 1));
  await stage.deliverAll();
  const { body } = await stage.ask('listAlerts', { as: operator });
  return String(Object(body['items'])[0].alertId);
};

/** A statement of one sale on credit. */
export const aStatement = async (stage: Stage): Promise<Json> => {
  await aPolicy(stage);
  await stage.deliverAll();
  return (await stage.ask('closeStatement', { as: finance })).body;
};

/** A cancellation as its preview showed it. */
export const aCancellation = async (stage: Stage, policyId: string): Promise<Ask> => {
  const request = { reason: 'withdrawal' };
  const { body } = await stage.ask('previewCancellation', { params: { policyId }, body: request });
  return { params: { policyId }, body: { ...request, preview: String(body['preview']) } };
};

/** Two orders and a device of one buyer, with the request that binds them at once. */
export const aBasket = async ({ ask }: Stage) => {
  const { body: customer } = await ask('registerCustomer', { body: aPerson });
  const orders = ['SO-20261123-0043', 'SO-20261123-0044'];
  const items = [
    ...orders.map((orderNumber, at) => ({
      ...{ itemId: `line-${at}`, productId: 'return-freight' },
      insuredObject: { ...Object(risks['return-freight']).insuredObject, orderNumber },
    })),
    { itemId: 'device', productId: 'device-protection', ...risks['device-protection'] },
  ];
  const { body: quote } = await ask('createQuote', { body: { items } });
  const offers = (quote['items'] as readonly { offer: Offer }[]).map(({ offer }) => offer);
  const given = [...orders.map((orderNumber) => ({ orderNumber })), identities['device-protection']];
  const taken = offers.map((offer, at) => ({
    ...{ offer: offer.token, identity: given[at] },
    acknowledged: offer.disclosures
      .filter(({ required }) => required === true)
      .map(({ code, contentHash }) => ({ code, contentHash })),
  }));
  const common = { customerId: customer['customerId'], reference: 'cart-1', collection: 'partner' };
  return { body: { ...common, items: taken } };
};

export const hooks = 'https://hooks.example/in';

/** An endpoint that wants everything. */
export const anEndpoint = async (stage: Stage): Promise<string> => {
  const { body } = await stage.ask('createWebhookEndpoint', { body: { url: hooks } });
  return String(body['endpointId']);
};

/** A ping that was delivered, as what is sent again names it. */
export const aPing = async (stage: Stage): Promise<{ readonly params: Readonly<Record<string, string>> }> => {
  const endpointId = await anEndpoint(stage);
  const { body } = await stage.ask('pingWebhookEndpoint', { params: { endpointId } });
  return { params: { endpointId, deliveryId: String(body['deliveryId']) } };
};

/** An event that its receiver has not taken, so that it is tried again five seconds later. */
export const aFailedDelivery = async (stage: Stage): Promise<string> => {
  const endpointId = await anEndpoint(stage);
  await stage.deliverAll();
  await stage.ask('registerCustomer', { body: aPerson });
  stage.simulation.receivers.failNext();
  await stage.deliverAll();
  return endpointId;
};
