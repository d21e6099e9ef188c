import { describe, expect, it } from 'vitest';
import { offerRefusals } from '../../../domain/quoting/refusals.ts';
import { aCheckout } from '../../support/baskets.ts';

describe('recordOptOuts', () => {
  it('keeps what was offered and declined, though nobody is known and nothing is bound', async () => {
    const { world, device, policies } = await aCheckout();
    const { offer } = await device();
    // An offer that has expired since was declined all the same.
    world.time.now = '2026-12-23T08:00:00.000Z';
    const answer = await world.call('recordOptOuts', { body: { reference: 'cart-2', optOuts: [{ offer }] } });
    expect([answer.status, answer.body]).toMatchObject([
      201,
      {
        reference: 'cart-2',
        policyIds: [],
        optOuts: [{ productId: 'device-protection', productVersion: 1, quotedAt: '2026-11-23T08:00:00.000Z' }],
        decidedAt: '2026-12-23T08:00:00.000Z',
      },
    ]);
    expect(policies()).toEqual([]);
  });

  it('believes no offer that is not ours, nor one of another shop', async () => {
    const { world, device } = await aCheckout();
    const { offer } = await device();
    const body = { reference: 'cart-2', optOuts: [{ offer }] };
    const foreign = await world.call('recordOptOuts', { body, tenant: 'shop-b' });
    expect([foreign.status, foreign.body]).toMatchObject([422, { code: 'quote-tampered' }]);
    const headers = { 'accept-language': 'zh-CN' };
    const chinese = await world.call('recordOptOuts', { body, tenant: 'shop-b', headers });
    const { titleZh } = offerRefusals['quote-tampered'];
    expect(chinese.body).toMatchObject({ errors: [{ pointer: '/optOuts/0', detail: `${titleZh}。` }] });
    const none = await world.call('recordOptOuts', { body: { reference: 'cart-2', optOuts: [] } });
    expect(none.status).toBe(422);
  });
});
