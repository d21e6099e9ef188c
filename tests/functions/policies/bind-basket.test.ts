import { describe, expect, it } from 'vitest';
import { policyRefusals } from '../../../domain/policies/refusals.ts';
import { offerRefusals } from '../../../domain/quoting/refusals.ts';
import { aCheckout } from '../../support/baskets.ts';
import type { Answer } from '../../support/world.ts';

type Policy = { readonly policyId: string; readonly reference: string; readonly object: object };
type Bound = {
  readonly basketId: string;
  readonly policyIds: readonly string[];
  readonly policies: readonly Policy[];
  readonly optOuts: readonly { readonly productId: string; readonly premium: object }[];
};
const boundIn = ({ body }: Answer) => body as Bound;
type Refused = { readonly code: string; readonly facts: object; readonly errors?: readonly object[] };
const refusedIn = ({ status, body }: Answer) => ({ status, ...(body as Refused) });

describe('bindBasket', () => {
  it('binds 16 policies in one transaction, each as it would be alone', async () => {
    const { world, orders, body, policies } = await aCheckout();
    const answer = await world.call('bindBasket', { body: body(await orders(16)) });
    const { policyIds, policies: views } = boundIn(answer);
    expect([answer.status, new Set(policyIds).size, policies().length]).toEqual([201, 16, 16]);
    expect(views.map(({ policyId }) => policyId)).toEqual(policyIds);
    for (const view of views) {
      const alone = await world.call('getPolicy', { params: { policyId: view.policyId } });
      expect(alone.body).toEqual(view);
    }
    expect(answer.headers['etag']).toBe('"1"');
  });

  it('takes no more than 16', async () => {
    const { world, orders, body, policies } = await aCheckout();
    const answer = await world.call('bindBasket', { body: body(await orders(17)) });
    expect([answer.status, policies().length]).toEqual([422, 0]);
  });

  it('binds nothing when one item is refused, and names every item that is at fault', async () => {
    const { world, orders, body, policies } = await aCheckout();
    const [first, second, third, fourth] = await orders(4);
    if (first === undefined || second === undefined || third === undefined || fourth === undefined) throw new Error();
    const items = [
      first,
      { ...second, acknowledged: [] },
      third,
      { ...fourth, identity: { orderNumber: 'SO-OTHER-1' } },
    ];
    const answer = await world.call('bindBasket', { body: body(items), key: 'cart-with-faults' });
    expect(refusedIn(answer)).toMatchObject({
      status: 422,
      code: 'disclosures-not-acknowledged',
      facts: { pointer: '/items/1', missing: expect.any(Array) },
      errors: [
        { pointer: '/items/1', code: 'disclosures-not-acknowledged' },
        { pointer: '/items/3', code: 'quote-mismatch' },
      ],
    });
    expect(policies()).toEqual([]);
    const again = await world.call('bindBasket', { body: body(items), key: 'cart-with-faults' });
    expect([again.text, again.headers['idempotent-replayed']]).toEqual([answer.text, 'true']);
  });

  it('says what is wrong with each item in the language of the request, and repeats it as it was said', async () => {
    const { world, orders, body } = await aCheckout();
    const [first, second] = await orders(2);
    const items = [
      { ...first, acknowledged: [] },
      { ...second, identity: { orderNumber: 'SO-OTHER-1' } },
    ];
    const ask = async (language: string, key: string) => {
      const headers = { 'accept-language': language };
      const answer = await world.call('bindBasket', { body: { ...body([]), items }, key, headers });
      const { title, errors } = answer.body as { title: string; errors: readonly { detail: string }[] };
      return [title, ...errors.map(({ detail }) => detail)];
    };
    const { 'disclosures-not-acknowledged': missing } = policyRefusals;
    const { 'quote-mismatch': other } = offerRefusals;
    const chinese = [missing.titleZh, `${missing.titleZh}。`, `${other.titleZh}。`];
    expect(await ask('zh-CN', 'cart-in-chinese')).toEqual(chinese);
    expect(await ask('en', 'cart-in-english')).toEqual([missing.title, `${missing.title}.`, `${other.title}.`]);
    expect(await ask('en', 'cart-in-chinese')).toEqual(chinese);
  });

  it('insures a thing once, and binds an offer once, inside a basket and beside it', async () => {
    const { world, order, orders, body, policies } = await aCheckout();
    const [one, other] = [await order('SO-20261123-0042'), await order('SO-20261123-0042')];
    const twice = await world.call('bindBasket', { body: body([one, other]) });
    expect(refusedIn(twice)).toMatchObject({
      status: 409,
      code: 'object-already-insured',
      facts: { pointer: '/items/1' },
    });
    expect(policies()).toEqual([]);
    const sameOffer = await world.call('bindBasket', { body: body([one, one]) });
    expect(refusedIn(sameOffer)).toMatchObject({ status: 422, errors: [{ pointer: '/items' }] });

    const { policyIds } = boundIn(await world.call('bindBasket', { body: body([one]) }));
    const [fresh] = await orders(1);
    const late = await world.call('bindBasket', { body: body(fresh === undefined ? [] : [fresh, one]) });
    expect(refusedIn(late)).toMatchObject({
      status: 409,
      code: 'quote-already-bound',
      facts: { policyId: policyIds[0] },
    });
    const { items } = (await world.call('listPolicies')).body as { items: readonly object[] };
    expect(items).toHaveLength(1);
  });

  it('keeps what was declined beside what was taken, from the offer itself', async () => {
    const { world, orders, device, body } = await aCheckout();
    const { offer } = await device();
    const answer = await world.call('bindBasket', { body: body(await orders(2), { optOuts: [{ offer }] }) });
    const { basketId, optOuts } = boundIn(answer);
    expect(optOuts).toMatchObject([
      { productId: 'device-protection', premium: { amount: 13_962, currency: 'CNY' }, quotedAt: world.time.now },
    ]);
    const kept = await world.call('getBasket', { params: { basketId } });
    const { policies: _policies, ...basket } = boundIn(answer);
    expect(kept.body).toEqual(basket);
    const forged = { optOuts: [{ offer: `${offer.slice(0, -2)}AA` }] };
    const refused = await world.call('bindBasket', { body: body(await orders(1, 50), forged) });
    expect(refusedIn(refused)).toMatchObject({ code: 'quote-tampered', facts: { pointer: '/optOuts/0' } });
  });

  it('takes 16 offers and declines 16 others at once', async () => {
    const { world, orders, body, policies } = await aCheckout();
    const optOuts = (await orders(16, 100)).map(({ offer }) => ({ offer }));
    const answer = await world.call('bindBasket', { body: body(await orders(16), { optOuts }) });
    expect([answer.status, policies().length, boundIn(answer).optOuts.length]).toEqual([201, 16, 16]);
  });

  it('counts no buyer twice who declines: not beside the purchase, not after it, not again', async () => {
    const { world, orders, device, body } = await aCheckout();
    const [one] = await orders(1);
    const { offer } = await device();
    if (one === undefined) throw new Error();
    const both = await world.call('bindBasket', { body: body([one], { optOuts: [{ offer: one.offer }] }) });
    expect(refusedIn(both)).toMatchObject({ status: 422, errors: [{ pointer: '/optOuts' }] });
    const spelt = await world.call('bindBasket', { body: body([one], { optOuts: [{ offer: `${offer}.x` }] }) });
    expect(refusedIn(spelt)).toMatchObject({ code: 'quote-tampered', facts: { pointer: '/optOuts/0' } });
    const bound = boundIn(await world.call('bindBasket', { body: body([one], { optOuts: [{ offer }] }) }));
    const decline = (token: string) =>
      world.call('recordOptOuts', { body: { reference: 'cart-2', optOuts: [{ offer: token }] } });
    expect(refusedIn(await decline(one.offer))).toMatchObject({
      ...{ status: 409, code: 'quote-already-bound' },
      facts: { policyId: bound.policyIds[0], pointer: '/optOuts/0' },
    });
    expect(refusedIn(await decline(offer))).toMatchObject({
      ...{ status: 409, code: 'offer-already-declined' },
      facts: { basketId: bound.basketId },
    });
  });

  it('names the place of a token that is none, and of everything else that is wrong', async () => {
    const { world, orders, body } = await aCheckout();
    const [one, two] = await orders(2);
    const items = [one, { ...one, offer: 'nonsense-nonsense-nonsense.k1.abc' }, two].filter(
      (item) => item !== undefined,
    );
    const answer = await world.call('bindBasket', { body: { ...body([]), items } });
    expect(refusedIn(answer)).toMatchObject({
      code: 'quote-tampered',
      facts: { pointer: '/items/1' },
      errors: [{ pointer: '/items/1', code: 'quote-tampered' }],
    });
  });

  it('gives fifty identical requests at once one effect and one answer', async () => {
    const { world, orders, body, policies } = await aCheckout();
    const asked = { body: body(await orders(3)), key: 'one-cart' };
    const answers = await Promise.all(Array.from({ length: 50 }, () => world.call('bindBasket', asked)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(policies()).toHaveLength(3);
  });

  it('lets one of two baskets win that share an item, whole', async () => {
    const { world, orders, body, policies } = await aCheckout();
    const [one, two, three] = await orders(3);
    if (one === undefined || two === undefined || three === undefined) throw new Error();
    const carts = [body([one, two]), body([two, three])];
    const answers = await Promise.all(carts.map((cart) => world.call('bindBasket', { body: cart })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(policies()).toHaveLength(2);
  });

  it('may give each item its own reference', async () => {
    const { world, orders, body } = await aCheckout();
    const [one, two] = await orders(2);
    const items = [{ ...one, reference: 'cart-1/line-1' }, two].filter((item) => item !== undefined);
    const { policies } = boundIn(await world.call('bindBasket', { body: { ...body([]), items } }));
    expect(policies.map(({ reference }) => reference)).toEqual(['cart-1/line-1', 'cart-1']);
  });
});
