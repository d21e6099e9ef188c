import type { Offer } from '@bindery/sdk';
import type { Sandbox } from '@bindery/sdk/sandbox';

/** An offer of return freight, as the other examples need one to go on from. */
export const anOffer = async ({ bindery }: Sandbox, orderNumber: string): Promise<Offer> => {
  const order = { orderNumber, category: 'apparel', distance: 'neighbour' };
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
  return line.offer;
};

/** What the buyer of such an offer accepts. */
export const acceptance = (offer: Offer, customerId: string, orderNumber: string) => ({
  offer: offer.token,
  customerId,
  reference: `checkout-${orderNumber}`,
  collection: 'partner' as const,
  identity: { orderNumber },
  acknowledged: offer.disclosures
    .filter(({ required }) => required)
    .map(({ code, contentHash }) => ({ code, contentHash })),
});

export const aBuyer = async ({ bindery }: Sandbox): Promise<string> =>
  (await bindery.registerCustomer({ name: '王小明', phone: '+8613800138000', locale: 'zh-CN' })).customerId;
