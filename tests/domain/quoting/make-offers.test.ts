import { describe, expect, it } from 'vitest';
import { productOf } from '../../../domain/products/catalogue.ts';
import { makeOffers } from '../../../domain/quoting/make-offers.ts';
import { QuoteRequest, QuoteResponse } from '../../../domain/quoting/schema.ts';
import { device, deviceOptions, flight, flightOptions, hashes, NOW, OFFER_ID, order, product } from './samples.ts';

const items = [
  { itemId: 'phone', productId: 'device-protection', insuredObject: device, options: deviceOptions },
  { itemId: 'return', productId: 'return-freight', insuredObject: order },
  { itemId: 'flight', productId: 'flight-delay', insuredObject: flight, options: flightOptions },
];
const offerIds = ['b', 'c', 'd'].map((last) => OFFER_ID.slice(0, -1) + last);
const given = { now: NOW, tenant: 'tenant-1', offerIds };
const offersOf = (basket: QuoteRequest['items'], find = productOf) => {
  const made = makeOffers({ items: basket }, find, hashes, given);
  if (!made.ok) throw new Error(made.code);
  return made.value;
};

describe('makeOffers', () => {
  it('offers every item of a basket at its own price, in order', () => {
    expect(offersOf(items)).toMatchObject([
      { itemId: 'phone', offer: { offerId: offerIds[0], premium: { gross: { amount: 13_962, currency: 'CNY' } } } },
      { itemId: 'return', offer: { offerId: offerIds[1], premium: { gross: { amount: 432 }, tax: { amount: 24 } } } },
      { itemId: 'flight', offer: { offerId: offerIds[2], commission: { amount: 825, currency: 'CNY' } } },
    ]);
  });

  it('answers in the form that its schema promises', () => {
    const answers = offersOf(items).map((item) => {
      if (item.outcome === 'declined') return item;
      const { terms: _terms, ...rest } = item;
      return { ...rest, offer: { ...item.offer, token: 'signed' } };
    });
    expect(QuoteResponse.parse({ items: answers })).toEqual({ items: answers });
  });

  it('shows the commission nowhere but in its own field', () => {
    const [made] = offersOf(items);
    if (made?.outcome !== 'offered') throw new Error('no offer');
    const { commission, ...rest } = made.offer;
    expect(commission.amount).toBe(3_293);
    expect(JSON.stringify(rest)).not.toContain('3293');
  });

  it('stands for the minutes that the product says', () => {
    expect(offersOf(items).map((item) => item.outcome === 'offered' && item.offer.expiresAt)).toEqual([
      '2026-11-24T08:00:00.000Z',
      '2026-11-23T08:30:00.000Z',
      '2026-11-23T08:30:00.000Z',
    ]);
  });

  it('declines one item with its reasons and still offers the others', () => {
    const [phone, ...others] = items;
    if (!phone) throw new Error('no phone');
    const old = { ...phone, insuredObject: { ...device, purchasedOn: '2024-01-01' } };
    expect(offersOf([old, ...others])).toMatchObject([
      { outcome: 'declined', reasons: [{ code: 'device-too-old', text: { 'zh-CN': '购买超过365天。' } }] },
      { outcome: 'offered' },
      { outcome: 'offered' },
    ]);
  });

  it('declines a risk that the tariff has no rate for, and a product that is not on sale', () => {
    const night = { ...flight, scheduledDeparture: '2027-07-10T05:59:00+08:00' };
    const [, , third] = items;
    if (!third) throw new Error('no flight');
    expect(offersOf([{ ...third, insuredObject: night }])).toMatchObject([{ reasons: [{ code: 'no-filed-rate' }] }]);
    const suspended = () => ({ ...product('flight-delay'), status: 'suspended' as const });
    expect(offersOf([third], suspended)).toMatchObject([{ reasons: [{ code: 'product-not-active' }] }]);
  });

  it('refuses the whole basket when answers are malformed, and names every one', () => {
    const basket = [
      { itemId: 'a', productId: 'return-freight', insuredObject: { ...order, sellerRating: '6' } },
      { itemId: 'b', productId: 'pet-health', insuredObject: {} },
    ];
    const made = makeOffers({ items: basket }, productOf, hashes, given);
    expect(made).toMatchObject({
      code: 'invalid-inputs',
      facts: { pointers: ['/items/0/insuredObject/sellerRating', '/items/1/productId'] },
      problems: [{ code: 'out-of-range' }, { code: 'unknown-product' }],
    });
  });
});

describe('QuoteRequest', () => {
  const basket = (count: number) => ({
    items: Array.from({ length: count }, (_, at) => ({ ...items[1], itemId: `line-${at}` })),
  });

  it('is a basket of one to sixteen items', () => {
    const accepted = [0, 1, 16, 17].map((count) => QuoteRequest.safeParse(basket(count)).success);
    expect(accepted).toEqual([false, true, true, false]);
  });

  it('has no two items of one id and no field that nobody asked for', () => {
    expect(QuoteRequest.safeParse({ items: [items[1], items[1]] }).success).toBe(false);
    expect(QuoteRequest.safeParse({ ...basket(1), coupon: 'X' }).success).toBe(false);
  });
});
