import { describe, expect, it } from 'vitest';
import { endpoint } from '../../../functions/quoting/create-quote.ts';
import { anOffer, aQuoteItem, risks, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const aShop = () => aWorld([endpoint], { services: { offerKeys: someOfferKeys() } });
type Results = {
  items: { outcome: string; offer?: { premium: object; token: string }; reasons?: { code: string }[] }[];
};

describe('createQuote', () => {
  it('prices a basket of all three products at once, reading and writing nothing', async () => {
    const world = await aShop();
    const items = (['return-freight', 'device-protection', 'flight-delay'] as const).map((name) => ({
      ...aQuoteItem(name),
      itemId: name,
    }));
    const answer = await world.call('createQuote', { body: { items }, key: undefined });
    const { items: results } = answer.body as Results;
    expect(results.map(({ outcome }) => outcome)).toEqual(['offered', 'offered', 'offered']);
    // Worked quotes of the catalogue: 4.32 (5.1) and 139.62 (5.2).
    expect(results[0]?.offer?.premium).toMatchObject({ gross: { amount: 432 }, tax: { amount: 24 } });
    expect(results[1]?.offer?.premium).toMatchObject({ gross: { amount: 13962 }, tax: { amount: 790 } });
    expect(world.log.at(-1)).toMatchObject({ outcome: 'ok', readUnits: 0, writeUnits: 0 });
  });

  it('says why it declines an item, and still offers the others', async () => {
    const world = await aShop();
    const items = [
      aQuoteItem('return-freight', { buyerReturnRate: '0.51' }),
      { ...aQuoteItem('device-protection'), itemId: 'line-2' },
    ];
    const { items: results } = (await world.call('createQuote', { body: { items } })).body as Results;
    expect(results.map(({ outcome }) => outcome)).toEqual(['declined', 'offered']);
    expect(results[0]?.reasons).toMatchObject([{ code: 'return-rate-too-high' }]);
  });

  it('carries nothing that identifies the object in its token, which stays under 1.5 kB', async () => {
    const world = await aShop();
    for (const name of ['return-freight', 'device-protection', 'flight-delay'] as const) {
      const { token } = await anOffer(world, name);
      const readable = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString();
      for (const value of Object.values(risks[name].identity)) expect(readable).not.toContain(value);
      expect(token.length).toBeLessThanOrEqual(1536);
    }
  });

  it('points at every answer that is at fault', async () => {
    const world = await aShop();
    const item = aQuoteItem('device-protection', { imei: 'x', deviceValue: 1, colour: 'blue' });
    const answer = await world.call('createQuote', { body: { items: [item] } });
    const { errors } = answer.body as { errors: { pointer: string; code: string }[] };
    expect(answer.status).toBe(422);
    expect(errors.map(({ pointer, code }) => [pointer, code]).toSorted()).toEqual([
      ['/items/0/insuredObject/colour', 'unknown-field'],
      ['/items/0/insuredObject/deviceValue', 'out-of-range'],
      ['/items/0/insuredObject/imei', 'wrong-format'],
    ]);
  });

  it('refuses an unknown product with a pointer to it', async () => {
    const world = await aShop();
    const answer = await world.call('createQuote', {
      body: { items: [{ itemId: 'a', productId: 'dragons', insuredObject: {} }] },
    });
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/items/0/productId', code: 'unknown-product' }] });
  });

  it.each([
    ['broken JSON', '{"items": [', 400, 'malformed-json'],
    ['a document that nests too deeply', `${'['.repeat(40)}${']'.repeat(40)}`, 400, 'malformed-json'],
    ['a key that poisons objects', '{"__proto__": {"admin": true}}', 400, 'malformed-json'],
    ['a lone surrogate', '{"items": "\\ud800"}', 400, 'malformed-json'],
    ['a body that is too large', JSON.stringify({ items: 'x'.repeat(70_000) }), 413, 'body-too-large'],
    ['an empty basket', '{"items": []}', 422, 'invalid-request'],
  ])('refuses %s', async (_what, body, status, code) => {
    const world = await aShop();
    const answer = await world.call('createQuote', { body });
    expect([answer.status, answer.body]).toMatchObject([status, { code }]);
  });

  it('refuses a body that is not called JSON', async () => {
    const world = await aShop();
    const answer = await world.call('createQuote', { body: '{}', headers: { 'content-type': 'text/plain' } });
    expect([answer.status, answer.body]).toMatchObject([415, { code: 'unsupported-media-type' }]);
  });

  it.each(['9999-12-31T23:59:59Z', '1999-12-31T23:59:59Z', '2026-13-01T00:00:00Z'])(
    'refuses a departure at %s, with a pointer to it',
    async (scheduledDeparture) => {
      const world = await aShop();
      const item = aQuoteItem('flight-delay', { scheduledDeparture });
      const answer = await world.call('createQuote', { body: { items: [item] } });
      const errors = [{ pointer: '/items/0/insuredObject/scheduledDeparture', code: 'wrong-format' }];
      expect([answer.status, answer.body]).toMatchObject([422, { code: 'invalid-inputs', errors }]);
    },
  );
});
