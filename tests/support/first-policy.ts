import { type Answer, at, type Client, listAt, textAt } from '../../local/demo/client.ts';
import { firstBasket } from '../../local/first-curl.ts';

const buyer = { name: '王小明', phone: '+8613800138000', locale: 'zh-CN', email: 'wang@example.com' };
const orderNumber = 'SO-20261123-0042';

/** The return of what the first policy covers, as its parcel was signed for and its buyer reports it. */
export const reportFirst = async (client: Client, policyId: string, lossAt: string): Promise<Answer> => {
  const waybill = 'SF1380013800001';
  await client.tell('parcels', { waybill, status: 'signed_by_seller', signedAt: lossAt });
  const form = { waybillNumber: waybill, returnKind: 'return', paidBy: 'buyer', onPlatform: true };
  const body = { coverage: 'return-freight', lossAt, form, payee: 'ba_1QK2v9L0aZ4xYw7T' };
  return client.post('partner', `/policies/${policyId}/claims`, { body });
};

/** The offer of the first basket of the docs, and the answer that binds it, asked for as a shop does. */
export const bindFirst = async (client: Client): Promise<{ readonly offer: unknown; readonly bound: Answer }> => {
  const quoted = await client.post('partner', '/quotes', { body: firstBasket });
  const offer = at(quoted.body, 'items.0.offer');
  const customerId = textAt((await client.post('partner', '/customers', { body: buyer })).body, 'customerId');
  const acknowledged = listAt(offer, 'disclosures')
    .filter((one) => at(one, 'required') === true)
    .map((one) => ({ code: textAt(one, 'code'), contentHash: textAt(one, 'contentHash') }));
  const order = { reference: orderNumber, identity: { orderNumber }, collection: 'provider' };
  const body = { ...order, offer: textAt(offer, 'token'), customerId, acknowledged };
  return { offer, bound: await client.post('partner', '/policies', { body }) };
};
