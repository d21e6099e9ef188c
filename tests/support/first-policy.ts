import { type Answer, at, type Client, listAt, textAt } from '../../local/demo/client.ts';
import { firstBasket } from '../../local/first-curl.ts';

const buyer = { name: '王小明', phone: '+8613800138000', locale: 'zh-CN', email: 'wang@example.com' };
const orderNumber = 'SO-20261123-0042';

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
