import { aPerson } from '../../../support/people.ts';
import { aBindBody, aQuoteItem, risks } from '../../../support/sale.ts';
import type { Asked } from '../../../support/world.ts';
import type { FilledBook } from '../../book/filled-book.ts';
import { aNotice, freshOffer, sandbox, type Things } from './things.ts';

type Json = Readonly<Record<string, unknown>>;
export type Given = { readonly book: FilledBook; readonly things: Things; readonly asked: Asked };
type Variants = (given: Given) => Promise<readonly Asked[]> | readonly Asked[];

const inSandbox: Variants = ({ asked }) => [{ ...asked, tenant: sandbox }];
const bodyOf = ({ asked }: Given): Json => asked.body as Json;

/** Previews what is to be confirmed, so that the token is good until something is changed. */
const aCancellation = async ({ book, things, asked }: Given): Promise<Asked> => {
  const params = { policyId: things.freightPolicy };
  const answer = await book.call('previewCancellation', { params, body: { reason: 'withdrawal' } });
  const { preview } = answer.body as { preview: string };
  return { ...asked, params, body: { reason: 'withdrawal', preview } };
};

const aBind = async ({ book, asked }: Given, product: 'return-freight' | 'device-protection'): Promise<Asked> => {
  const { offer, identity } = await freshOffer(book, product);
  const { customerId } = asked.body as { customerId: string };
  return { ...asked, body: aBindBody(offer, customerId, { identity }) };
};

const batchOf = (items: readonly Json[]): Json => ({
  items: items.map((item, at) => ({ idempotencyKey: `item-number-${at}`, params: {}, ...item })),
});

const quotes: Variants = ({ asked }) =>
  (Object.keys(risks) as (keyof typeof risks)[]).map((product) => ({
    ...asked,
    body: { items: [aQuoteItem(product)] },
  }));

/** Where the plain request of an operation would be refused in this book, or leaves fields out: others beside it. */
export const variants: Readonly<Record<string, Variants>> = {
  ...{ getClock: inSandbox, resetSandbox: inSandbox, advanceClock: inSandbox },
  fireEvent: inSandbox,
  getSandboxTime: ({ asked }) => [{ ...asked, params: { tenantId: sandbox } }],
  createSandbox: ({ asked }) => [{ ...asked, key: '0b1f9a52-6f0e-4c52-9a57-0d3c3c2f8a11' }],
  issueToken: ({ asked, things }) => [
    {
      ...asked,
      headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: '' },
      body: {
        ...{ grant_type: 'client_credentials', client_id: things.clientId, client_secret: things.clientSecret },
        scope: 'quotes:write',
      },
    },
  ],
  createQuote: quotes,
  bindPolicy: async (given) => [await aBind(given, 'return-freight'), await aBind(given, 'device-protection')],
  bindBasket: async (given) => {
    const { body } = await aBind(given, 'return-freight');
    const { offer, identity, acknowledged, ...rest } = body as Json;
    return [{ ...given.asked, body: { ...rest, items: [{ offer, identity, acknowledged }] } }];
  },
  reportClaim: ({ asked, things }) => [{ ...asked, params: { policyId: things.devicePolicy } }],
  assessClaim: ({ asked, things }) => [{ ...asked, params: { claimId: things.claims.fresh } }],
  rejectClaim: ({ asked, things }) => [
    { ...asked, params: { claimId: things.claims.fresh }, body: { reasons: ['loss-not-proved'] } },
  ],
  approveClaim: ({ asked, things: { claims } }) => [
    { ...asked, params: { claimId: claims.assessed }, body: { amount: claims.amount } },
  ],
  revokeCredentialSecret: ({ asked, things }) => [{ ...asked, params: things.spareSecret }],
  retireWebhookSecret: ({ asked, things }) => [{ ...asked, params: things.spareWebhookSecret }],
  enableWebhookEndpoint: ({ asked, things }) => [{ ...asked, params: things.disabledEndpoint }],
  recordMilestone: ({ asked, things }) => [{ ...asked, params: { policyId: things.freightPolicy } }],
  previewCancellation: ({ asked, things }) => [{ ...asked, params: { policyId: things.freightPolicy } }],
  cancelPolicy: async (given) => [await aCancellation(given)],
  findCustomer: ({ asked }) => [{ ...asked, body: { identityNumber: '11010519491231002X', phone: '+8613800138000' } }],
  registerCustomer: (given) => [
    { ...given.asked, body: bodyOf(given) },
    { ...given.asked, body: aPerson({ phone: '+8613800138001', identity: undefined, email: undefined, locale: 'en' }) },
  ],
  batchClaims: ({ asked, things }) => [
    {
      ...asked,
      body: batchOf([
        {
          ...{ operation: 'reportClaim', params: { policyId: things.devicePolicy } },
          body: aNotice('2026-12-22T12:00:00+08:00'),
        },
      ]),
    },
  ],
  batchPolicies: async (given) => {
    const { body } = await aBind(given, 'return-freight');
    const cancellation = await aCancellation(given);
    const bind = { operation: 'bindPolicy', body };
    return [
      { ...given.asked, body: batchOf([bind]) },
      { ...given.asked, body: batchOf([{ operation: 'cancelPolicy', ...cancellation, as: undefined }].map(itemOf)) },
      { ...given.asked, body: batchOf([bind, { operation: 'cancelPolicy', ...cancellation }].map(itemOf)) },
    ];
  },
};

const itemOf = ({ operation, params, body }: Json): Json => ({
  ...{ operation, body },
  ...(params !== undefined && { params }),
});
