import { randomUUID } from 'node:crypto';
import { aCustomer, anOffer, aPolicy, aQuoteItem } from '../../../support/sale.ts';
import type { Asked } from '../../../support/world.ts';
import type { FilledBook } from '../../book/filled-book.ts';
import { aBus } from './bus.ts';

type Json = Readonly<Record<string, unknown>>;

export const sandbox = 'sandbox-a';
const person = (id: string, ...roles: readonly string[]) => ({ kind: 'person', id, roles }) as const;
const atSale = '2026-11-23T08:00:00.000Z';
const imeis = ['490154203237518', '352099001761481', '356938035643817'];

const said = (answer: Awaited<ReturnType<FilledBook['call']>>, status: number): Json => {
  if (answer.status !== status) throw new Error(`Not ${status}: ${answer.text}`);
  return answer.body as Json;
};

/** Asks as if it were another time. */
const at = async <T>({ time }: FilledBook, now: string, work: () => Promise<T>): Promise<T> => {
  const before = time.now;
  time.now = now;
  try {
    return await work();
  } finally {
    time.now = before;
  }
};

export const aNotice = (lossAt: string): Json => ({
  ...{ coverage: 'screen', lossAt, form: { repairQuote: 120_000 } },
  payee: 'ba_1QK2v9L0aZ4xYw7T',
});

/** A device whose screen broke a month after its sale, and which people have to look at. */
const aClaimToDecide = async (book: FilledBook, policyId: string): Promise<string> => {
  const body = aNotice('2026-12-22T12:00:00+08:00');
  return String(said(await book.call('reportClaim', { params: { policyId }, body }), 201)['claimId']);
};

const pageOf = async (book: FilledBook, operation: string, asked: Asked): Promise<string> => {
  const { next } = (await book.call(operation, asked)).body as { next?: string };
  if (next === undefined) throw new Error(`${operation} has one page.`);
  return next;
};

/** A token of a quote for a shop at a time, of an order that nobody has insured. */
export const offerOf = (book: FilledBook, tenant: string, now: string): Promise<string> =>
  at(book, now, async () => {
    const body = { items: [aQuoteItem('return-freight', { orderNumber: 'SO-20261123-0099' })] };
    const { items } = said(await book.call('createQuote', { tenant, body }), 200) as { items: { offer: Json }[] };
    return String(items[0]?.offer['token']);
  });

/** What a hostile caller may have got hold of: its own older tokens, and those of others. */
const tokensOf = async (book: FilledBook) => ({
  offers: {
    expired: await offerOf(book, 'shop-a', '2026-11-01T08:00:00.000Z'),
    foreign: await offerOf(book, 'shop-b', book.time.now),
    early: await offerOf(book, 'shop-a', '2027-06-01T08:00:00.000Z'),
  },
  cursors: {
    policies: await pageOf(book, 'listPolicies', { query: { limit: '1' } }),
    policiesOnRisk: await pageOf(book, 'listPolicies', { query: { limit: '1', status: 'on-risk' } }),
    baskets: await pageOf(book, 'listBaskets', { query: { limit: '1' } }),
    events: await pageOf(book, 'listEvents', { query: { limit: '1' } }),
    foreignEvents: await pageOf(book, 'listEvents', { tenant: 'shop-b', query: { limit: '1' } }),
  },
});

const claimsToDecide = async (book: FilledBook, bus: ReturnType<typeof aBus>) => {
  const sell = (imei: string | undefined) => aPolicy(book, 'device-protection', { risk: { imei } });
  const devices = await at(book, atSale, async () => [await sell(imeis[0]), await sell(imeis[1])]);
  const [fresh = '', assessed = ''] = await Promise.all(devices.map(({ policyId }) => aClaimToDecide(book, policyId)));
  await bus.deliver();
  const params = { claimId: assessed };
  const answer = await book.call('assessClaim', { params, as: person('person-2', 'claims_handler'), body: {} });
  const { handling } = said(answer, 201) as { handling: { assessed: { amount: { amount: number } } } };
  return { fresh, assessed, amount: handling.assessed.amount.amount };
};

/** A credential and an endpoint with two secrets each, and an endpoint that is disabled. */
const spareSecrets = async (book: FilledBook) => {
  const named = (name: string) => ({ body: { name, scopes: ['quotes:write'] } });
  const credential = said(await book.call('createCredential', named('Spare')), 201);
  const params = { credentialId: String(credential['credentialId']) };
  const added = said(await book.call('addCredentialSecret', { params }), 201);
  const endpointAt = async (url: string) =>
    String(said(await book.call('createWebhookEndpoint', { body: { url } }), 201)['endpointId']);
  const [disabled, spare] = [await endpointAt('https://a.example/hooks'), await endpointAt('https://b.example/hooks')];
  said(await book.call('disableWebhookEndpoint', { params: { endpointId: disabled } }), 201);
  const rotated = said(await book.call('addWebhookSecret', { params: { endpointId: spare } }), 201);
  const firstOf = (shown: Json): string => String((shown['secrets'] as readonly Json[])[0]?.['secretId']);
  return {
    disabledEndpoint: { endpointId: disabled },
    spareSecret: { ...params, secretId: firstOf(added) },
    spareWebhookSecret: { endpointId: spare, webhookSecretId: firstOf(rotated) },
  };
};

/** What the filled book lacks for an operation to do what it is for. */
export const moreThings = async (book: FilledBook) => {
  const bus = aBus(book);
  const claims = await claimsToDecide(book, bus);
  const sold = await at(book, atSale, () => aPolicy(book, 'device-protection', { risk: { imei: imeis[2] } }));
  const orderNumber = 'SO-20261123-0043';
  const freight = await aPolicy(book, 'return-freight', { risk: { orderNumber } });
  const tenantB = await aCustomer(book, {});
  const customerOfB = await book.call('registerCustomer', {
    tenant: 'shop-b',
    body: { name: 'B', phone: '+8613800138009', locale: 'en' },
  });
  const credential = await book.call('createCredential', { body: { name: 'Robot', scopes: ['quotes:write'] } });
  const { clientId, secret } = said(credential, 201);
  const founded = await book.call('createSandbox', { key: randomUUID(), body: { name: 'Not kept' } });
  said(founded, 201);
  await bus.deliver();
  bus.stop();
  return {
    ...(await spareSecrets(book)),
    ...{ claims, devicePolicy: sold.policyId, freightPolicy: freight.policyId, customerId: tenantB },
    ...{ foreignCustomer: String(said(customerOfB, 201)['customerId']) },
    ...{ clientId: String(clientId), clientSecret: String(secret) },
    ...(await tokensOf(book)),
  };
};
export type Things = Awaited<ReturnType<typeof moreThings>>;

/** An offer for a thing that is not insured yet, to be bound, with the answer that tells which thing it is. */
export const freshOffer = async (book: FilledBook, product: 'return-freight' | 'device-protection') => {
  const identity = product === 'return-freight' ? { orderNumber: 'SO-20261123-0077' } : { imei: '868932036356090' };
  return { identity, offer: await anOffer(book, product, identity) };
};
