import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { endpoint as getProduct } from '../../../functions/products/get-product.ts';
import { endpoint as createQuote } from '../../../functions/quoting/create-quote.ts';
import { anOffer, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const aShop = () => aWorld([getProduct, createQuote], { services: { offerKeys: someOfferKeys() } });

describe('getProduct', () => {
  it('gives a checkout every text that the offer asks to be acknowledged, under the same hash', async () => {
    const world = await aShop();
    const { disclosures } = await anOffer(world, 'device-protection');
    const product = (await world.call('getProduct', { params: { productId: 'device-protection' } })).body as {
      disclosures: { code: string; contentHash: string; text?: object }[];
      version: number;
      exclusions: object[];
    };
    expect(product.disclosures.map(({ code, contentHash }) => [code, contentHash])).toEqual(
      disclosures.map(({ code, contentHash }) => [code, contentHash]),
    );
    expect(product.exclusions.length).toBeGreaterThan(0);
  });

  it('hashes exactly what is shown: code, version, title and text', async () => {
    const world = await aShop();
    const { disclosures, version, exclusions } = (
      await world.call('getProduct', { params: { productId: 'return-freight' } })
    ).body as {
      disclosures: { code: string; title: object; text?: object; contentHash: string }[];
      version: number;
      exclusions: object[];
    };
    for (const { code, title, text, contentHash } of disclosures) {
      const shown = JSON.stringify([code, version, title, text ?? exclusions]);
      expect(createHash('sha256').update(shown).digest('base64url')).toBe(contentHash);
    }
  });

  it('tells from which day on losses are covered, and for whom that does not count', async () => {
    const world = await aShop();
    const waitingOf = async (productId: string) =>
      ((await world.call('getProduct', { params: { productId } })).body as { waiting?: object }).waiting;
    // The catalogue, 5.2: seven days, unless the device was bought on the day of the quote.
    expect(await waitingOf('device-protection')).toEqual({ days: 7, unless: [['ageDays', '<=', 0]] });
    expect(await waitingOf('return-freight')).toBeUndefined();
  });

  it('knows no product and no version that never was', async () => {
    const world = await aShop();
    for (const asked of [
      { params: { productId: 'dragons' } },
      { params: { productId: 'flight-delay' }, query: { version: '99' } },
    ]) {
      const answer = await world.call('getProduct', asked);
      expect([answer.status, answer.body]).toMatchObject([404, { code: 'product-not-found' }]);
    }
  });
});
