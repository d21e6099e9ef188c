import { aCancellation } from '../../support/cancellation.ts';
import { aPerson } from '../../support/people.ts';
import { aBindBody, anOffer } from '../../support/sale.ts';
import type { Asked } from '../../support/world.ts';
import { aBasketBody } from '../book/filled-book.ts';
import type { Stage } from './stage.ts';

/** Prepares what has to be there, and gives the request that then succeeds. */
type Scene = (stage: Stage) => Promise<Asked>;

const person = (role: string, id: string): NonNullable<Asked['as']> => ({ kind: 'person', id, roles: [role] });
const handler = person('claims_handler', 'handler-7');
const approver = person('claims_approver', 'approver-2');

const aSandbox = async (stage: Stage): Promise<string> => {
  const made = await stage.did('createSandbox', { body: { name: 'My shop' }, key: sandboxKey(stage) });
  return String(made['tenant']);
};
/** A sandbox's key is a random UUID; here it is counted, so that every run makes the same. */
const sandboxKey = ({ time }: Stage): string => {
  sandboxes += 1;
  return `7c9e6679-7425-40de-944b-${String(Date.parse(time.now) + sandboxes).slice(-12)}`;
};
let sandboxes = 0;

const rehearsing =
  (body?: object): Scene =>
  async (stage) => ({ tenant: await aSandbox(stage), ...(body !== undefined && { body }) });

const anOrder = async (stage: Stage) => {
  const identity = stage.identityOf('return-freight');
  return { identity, offer: await anOffer(stage, 'return-freight', identity) };
};

const selling: Readonly<Record<string, Scene>> = {
  registerCustomer: async () => ({
    body: aPerson({ name: 'Ana Lima', phone: '+8613912345678', locale: 'en', identity: undefined }),
  }),
  findCustomer: async () => ({ body: { identityNumber: aPerson().identity.number } }),
  bindPolicy: async (stage) => {
    const { offer, identity } = await anOrder(stage);
    return { body: aBindBody(offer, stage.ids.customerId, { identity, reference: 'checkout-7f3a9c' }) };
  },
  bindBasket: async (stage) => {
    const { offer, identity } = await anOrder(stage);
    const { items, ...basket } = aBasketBody(offer, stage.ids.customerId);
    return { body: { ...basket, reference: 'checkout-7f3a9d', items: items.map((item) => ({ ...item, identity })) } };
  },
  recordMilestone: async (stage) => ({
    params: { policyId: await stage.sell('return-freight') },
    body: { milestone: 'shipment_confirmed', occurredAt: stage.time.now },
  }),
  previewCancellation: async (stage) => ({
    params: { policyId: await stage.sell('return-freight') },
    body: { reason: 'order-cancelled' },
  }),
  cancelPolicy: async (stage) => {
    const policyId = await stage.sell('return-freight');
    return { params: { policyId }, body: await aCancellation(stage, policyId) };
  },
  batchPolicies: async (stage) => {
    const shipped = async (idempotencyKey: string) => ({
      ...{ operation: 'recordMilestone', idempotencyKey, params: { policyId: await stage.sell('return-freight') } },
      body: { milestone: 'shipment_confirmed', occurredAt: stage.time.now },
    });
    return { body: { items: [await shipped('milestone-shipped-1'), await shipped('milestone-shipped-2')] } };
  },
  batchCustomers: async () => ({
    body: {
      items: [
        {
          operation: 'registerCustomer',
          idempotencyKey: 'customer-0001',
          body: aPerson({ name: 'Li Wei', phone: '+8613700000001', identity: undefined }),
        },
      ],
    },
  }),
};

const claiming: Readonly<Record<string, Scene>> = {
  reportClaim: (stage) => stage.aLoss(),
  batchClaims: async (stage) => ({
    body: {
      items: [{ operation: 'reportClaim', idempotencyKey: 'claim-SO-0001', ...(await stage.aLoss()) }],
    },
  }),
  getClaim: async (stage) => ({ params: { claimId: await stage.aClaim() } }),
  listClaimsToDecide: async (stage) => {
    await stage.aClaim();
    return { as: handler };
  },
  assessClaim: async (stage) => ({
    params: { claimId: await stage.aClaim() },
    as: handler,
    body: { note: 'Photographs and the repair quote agree.' },
  }),
  approveClaim: async (stage) => {
    const params = { claimId: await stage.aClaim() };
    const assessed = await stage.did('assessClaim', { params, as: handler, body: {} });
    const { handling } = assessed as { handling: { assessed: { amount: { amount: number } } } };
    return { params, as: approver, body: { amount: handling.assessed.amount.amount } };
  },
  rejectClaim: async (stage) => ({
    params: { claimId: await stage.aClaim() },
    as: approver,
    body: { reasons: ['loss-not-proved'] },
  }),
  closeStatement: async (stage) => {
    await stage.sell('return-freight');
    await stage.audit();
    return { as: person('finance', 'finance-3') };
  },
};

const onAnEndpoint =
  (change: (stage: Stage, endpoint: Awaited<ReturnType<Stage['anEndpoint']>>) => Promise<Asked>): Scene =>
  async (stage) => {
    const endpoint = await stage.anEndpoint();
    const { params, ...asked } = await change(stage, endpoint);
    return { params: { endpointId: endpoint.endpointId, ...params }, ...asked };
  };
const disabled = async (stage: Stage, { endpointId }: { readonly endpointId: string }): Promise<Asked> => {
  await stage.did('disableWebhookEndpoint', { params: { endpointId } });
  return {};
};

const hearing: Readonly<Record<string, Scene>> = {
  changeWebhookEndpoint: onAnEndpoint(async () => ({
    body: { types: ['policy.bound', 'claim.paid'], payload: 'thin' },
  })),
  disableWebhookEndpoint: onAnEndpoint(async () => ({})),
  enableWebhookEndpoint: onAnEndpoint(disabled),
  deleteWebhookEndpoint: onAnEndpoint(async () => ({})),
  addWebhookSecret: onAnEndpoint(async () => ({})),
  retireWebhookSecret: onAnEndpoint(async (stage, { endpointId }) => {
    const made = await stage.did('addWebhookSecret', { params: { endpointId } });
    const [first] = made['secrets'] as { secretId: string }[];
    return { params: { webhookSecretId: first?.secretId ?? '' } };
  }),
  pingWebhookEndpoint: onAnEndpoint(async () => ({})),
  resendDelivery: onAnEndpoint(async (stage, { endpointId }) => {
    const { deliveryId } = await stage.did('pingWebhookEndpoint', { params: { endpointId } });
    return { params: { deliveryId: String(deliveryId) } };
  }),
  replayWebhooks: onAnEndpoint(async ({ time }) => ({ body: { from: '2026-11-23T00:00:00Z', to: time.now } })),
  fireEvent: async (stage) => {
    const tenant = await aSandbox(stage);
    const body = { url: 'https://shop.example/hooks' };
    const { endpointId } = await stage.did('createWebhookEndpoint', { tenant, body });
    return { tenant, body: { type: 'policy.bound', endpointId } };
  },
};

const entering: Readonly<Record<string, Scene>> = {
  createSandbox: async (stage) => ({ body: { name: 'My shop' }, key: sandboxKey(stage) }),
  issueToken: async (stage) => {
    const { clientId, secret } = await stage.did('createCredential', {
      body: { name: 'Till', scopes: ['quotes:write'] },
    });
    return {
      ...{ key: undefined, body: 'grant_type=client_credentials' },
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
      },
    };
  },
  resetSandbox: rehearsing(),
  getClock: rehearsing(),
  advanceClock: rehearsing({ by: 'P30D' }),
  getSandboxTime: async (stage) => ({ params: { tenantId: await aSandbox(stage) } }),
};

/** Operations that need more than a filled book to succeed; all others are asked as they stand in the book. */
export const scenes: Readonly<Record<string, Scene>> = { ...selling, ...claiming, ...hearing, ...entering };
