import type { Endpoint } from '../../../functions/_kit/implement.ts';
import { paymentEvent } from '../../support/payments.ts';
import { aPerson } from '../../support/people.ts';
import { aBindBody, aQuoteItem, risks } from '../../support/sale.ts';
import type { Asked } from '../../support/world.ts';
import { aBasketBody, callerOf, type FilledBook, type Ids } from './filled-book.ts';

type Json = Record<string, unknown>;
type Given = { readonly ids: Ids; readonly code: string; readonly tenant: string };

const aCancellation = { reason: 'withdrawal', preview: 'there-was-no-preview' };
const aLoss = {
  coverage: 'screen',
  lossAt: '2026-12-22T12:00:00+08:00',
  form: { repairQuote: 1 },
  payee: 'ba_1QK2v9L0aZ4xYw7T',
};

const batchOf = (operation: string, body: Json, params: Json = {}): Json => ({
  items: [{ operation, idempotencyKey: 'item-number-1', params, body }],
});
/** One item of each batch: what goes wrong with it goes wrong with it alone. */
const batches: Readonly<Record<string, (given: Given) => Json>> = {
  batchPolicies: ({ ids: { policyId } }) => batchOf('cancelPolicy', aCancellation, { policyId }),
  batchClaims: ({ ids: { policyId } }) => batchOf('reportClaim', aLoss, { policyId }),
  batchCustomers: () => batchOf('registerCustomer', aPerson({})),
};

/** A body that each operation takes; an operation with a body and without a line here has to join. */
const bodies: Readonly<Record<string, (given: Given) => Json>> = {
  closeAlert: () => ({ resolution: 'It was looked into.' }),
  settleStatement: () => ({ amount: 13_962, currency: 'CNY', reference: 'BANK-1' }),
  reportClaim: () => aLoss,
  assessClaim: () => ({ note: 'Seen.' }),
  approveClaim: () => ({ amount: 1 }),
  rejectClaim: () => ({ reasons: ['wear'] }),
  registerCustomer: () => aPerson({ phone: '+8613800138001', identity: { type: 'passport', number: 'E12345678' } }),
  findCustomer: () => ({ phone: '+8613800138000' }),
  recordMilestone: () => ({ milestone: 'shipment_confirmed', occurredAt: '2026-12-23T08:00:00Z' }),
  previewCancellation: () => ({ reason: 'withdrawal' }),
  cancelPolicy: () => aCancellation,
  ...batches,
  createWebhookEndpoint: () => ({ url: 'https://shop.example/hooks' }),
  changeWebhookEndpoint: () => ({ payload: 'thin' }),
  replayWebhooks: () => ({ from: '2026-11-23T00:00:00Z', to: '2026-12-24T00:00:00Z' }),
  fireEvent: () => ({ type: 'policy.bound' }),
  createQuote: () => ({ items: [aQuoteItem('return-freight')] }),
  createSandbox: () => ({ name: 'A shop' }),
  advanceClock: () => ({ by: 'P1D' }),
  createCredential: () => ({ name: 'Till', scopes: ['quotes:write'] }),
  issueToken: ({ tenant, ids }) => ({
    ...{ grant_type: 'client_credentials', client_id: `${tenant}.${ids.credentialId}` },
    client_secret: `bds_${'0'.repeat(43)}`,
  }),
  receivePaymentWebhook: () => paymentEvent({ amount: 200, paymentId: 'pi_0002', eventId: 'evt_0002' }),
};
const queries: Readonly<Record<string, (given: Given) => Readonly<Record<string, string>>>> = {
  verifyPolicy: ({ code }) => ({ code }),
};
const headers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  receivePaymentWebhook: { 'stripe-signature': 'good' },
};

const paramsOf = ({ contract }: Endpoint, { ids, tenant }: Given): Record<string, string> => {
  const known: Record<string, string> = {
    ...ids,
    objectId: ids.policyId,
    number: '1',
    productId: 'return-freight',
    tenantId: tenant,
  };
  const names = [...contract.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return Object.fromEntries(
    names.map((name) => {
      const value = known[name];
      if (value === undefined) throw new Error(`${contract.id}: give {${name}} a value in filled-book.ts.`);
      return [name, value];
    }),
  );
};

type Offer = Parameters<typeof aBindBody>[0];

/** What is made of an offer of the tenant's own; whose customer it names is what a test changes. */
const onOffers: Readonly<Record<string, (offer: Offer, ids: Ids) => Json>> = {
  bindPolicy: (offer, { customerId }) => aBindBody(offer, customerId, { identity: risks['return-freight'].identity }),
  bindBasket: (offer, { customerId }) => aBasketBody(offer, customerId),
  recordOptOuts: ({ token }) => ({ reference: 'cart-2', optOuts: [{ offer: token }] }),
};

const anOfferOf = async (book: FilledBook, tenant: string): Promise<Offer> => {
  const answer = await book.call('createQuote', { tenant, body: { items: [aQuoteItem('return-freight')] } });
  const { items } = answer.body as { items: { offer: Offer }[] };
  const [first] = items;
  if (first === undefined) throw new Error(`No offer: ${answer.text}`);
  return first.offer;
};

/** Asks an operation as its own callers would, about these ids. */
export const askOf = async (book: FilledBook, endpoint: Endpoint, ids: Ids, tenant = 'shop-a'): Promise<Asked> => {
  const { contract } = endpoint;
  const given = { ids, tenant, code: book.code };
  const onOffer = onOffers[contract.id];
  const body = onOffer === undefined ? bodies[contract.id]?.(given) : onOffer(await anOfferOf(book, tenant), ids);
  if (contract.body !== undefined && body === undefined) throw new Error(`${contract.id}: give it a body in asks.ts.`);
  const query = queries[contract.id]?.(given);
  return {
    ...{ tenant, as: callerOf(endpoint), params: paramsOf(endpoint, given), headers: { ...headers[contract.id] } },
    ...(body !== undefined && { body }),
    ...(query !== undefined && { query }),
  };
};
