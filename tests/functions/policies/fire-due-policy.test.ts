import { describe, expect, it } from 'vitest';
import { wakeUpEvent } from '../../../functions/_kit/wake-up.ts';
import { subscriber } from '../../../functions/policies/fire-due-policy.ts';
import { aPolicy, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const at = '2026-11-23T16:00:00.000Z';
const aShop = async () => {
  const world = await aWorld(sellingEndpoints, { services: { offerKeys: someOfferKeys() } });
  const ids: string[] = [];
  for (const imei of ['356938035643809', '490154203237518', '352099001761481'])
    ids.push((await aPolicy(world, 'device-protection', { collection: 'partner', risk: { imei } })).policyId);
  world.time.now = at;
  const due = (id: string, tenant = 'shop-a') =>
    wakeUpEvent({ tenant, kind: 'policy', id, at }, { time: at, requestId: 'run_1' });
  const begun = () =>
    world.engine.items().filter(({ pk, s }) => String(pk).includes('#POL#') && Object(s).status === 'on-risk').length;
  return { world, ids, due, begun };
};

describe('fireDuePolicy', () => {
  it('does what is due to several policies side by side', async () => {
    const { world, ids, due, begun } = await aShop();
    expect(
      await subscriber.reactToBatch?.(
        ids.map((id) => due(id)),
        world.platform,
      ),
    ).toEqual([]);
    expect(begun()).toBe(3);
  });
  it('names those alone that failed', async () => {
    const { world, ids, due, begun } = await aShop();
    const [first = ''] = ids;
    const lost = due(`pol_${'9'.repeat(26)}`, 'gone-tenant');
    expect(await subscriber.reactToBatch?.([due(first), lost], world.platform)).toEqual([lost.id]);
    expect(begun()).toBe(1);
  });
  it('has one effect however often it is told', async () => {
    const { world, ids, due } = await aShop();
    const [first = ''] = ids;
    await subscriber.reactToBatch?.([due(first), due(first)], world.platform);
    await subscriber.reactToBatch?.([due(first)], world.platform);
    const records = world.engine
      .items()
      .filter(({ pk, sk }) => String(pk).endsWith(first) && String(sk).startsWith('OP#'));
    expect(records.length).toBe(2);
  });
});
