import { describe, expect, it } from 'vitest';
import { runSchedule } from '../../../functions/_kit/run-schedule.ts';
import { PutCommand } from '../../../functions/_storage/commands.ts';
import { keys } from '../../../functions/_storage/keys.ts';
import { tick } from '../../../functions/clock/drain-due.ts';
import { endpoint as getPolicy } from '../../../functions/policies/get-policy.ts';
import { telling, tickAndFire } from '../../support/due.ts';
import { aPolicy, type ProductName, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const aShop = () => aWorld([...sellingEndpoints, getPolicy], { services: { offerKeys: someOfferKeys() } });
type Shop = Awaited<ReturnType<typeof aShop>>;

const tickAt = async (world: Shop, now: string): Promise<void> => {
  world.time.now = now;
  await tickAndFire(world.platform);
};
const statusOf = async (world: Shop, policyId: string): Promise<string> =>
  ((await world.call('getPolicy', { params: { policyId } })).body as { status: string }).status;
const wakeUps = (world: Shop): readonly unknown[] =>
  world.engine.items().filter(({ pk }) => String(pk).startsWith('DUE#2'));
const sell = async (world: Shop, product: ProductName, collection: string) =>
  (await aPolicy(world, product, { collection })).policyId;

describe('drainDue', () => {
  it('begins a device’s cover at local midnight and ends it a year later', async () => {
    const world = await aShop();
    const policyId = await sell(world, 'device-protection', 'partner');
    await tickAt(world, '2026-11-23T15:59:59.999Z');
    expect(await statusOf(world, policyId)).toBe('pending');
    await tickAt(world, '2026-11-23T16:00:00.000Z');
    expect(await statusOf(world, policyId)).toBe('on-risk');
    // Eleven months of ticks that found nothing to do, until the customer is reminded; then another month.
    await world.platform
      .due({ read: 0, write: 0 })
      .setWatermark('2027-10-24T15:59', await world.platform.due({ read: 0, write: 0 }).watermark());
    await tickAt(world, '2027-10-24T16:00:00.000Z');
    expect(await statusOf(world, policyId)).toBe('on-risk');
    await world.platform
      .due({ read: 0, write: 0 })
      .setWatermark('2027-11-23T15:59', await world.platform.due({ read: 0, write: 0 }).watermark());
    await tickAt(world, '2027-11-23T16:00:00.000Z');
    expect(await statusOf(world, policyId)).toBe('expired');
    expect(wakeUps(world)).toEqual([]);
  });

  it('lapses a contract that nobody paid for, though it woke up in between', async () => {
    const world = await aShop();
    const policyId = await sell(world, 'device-protection', 'provider');
    await tickAt(world, '2026-11-23T16:00:00.000Z');
    expect(await statusOf(world, policyId)).toBe('pending');
    await tickAt(world, '2026-11-24T08:00:00.000Z');
    expect(await statusOf(world, policyId)).toBe('cancelled');
  });

  it('changes nothing when it runs twice, or over and over', async () => {
    const world = await aShop();
    const policyId = await sell(world, 'device-protection', 'partner');
    await tickAt(world, '2026-11-23T16:00:00.000Z');
    const records = () =>
      world.engine.items().filter(({ pk, sk }) => String(pk).endsWith(policyId) && String(sk).startsWith('OP#')).length;
    const before = records();
    for (let again = 0; again < 3; again += 1) await tickAt(world, '2026-11-23T16:01:00.000Z');
    expect(records()).toBe(before);
  });

  it('catches up after an outage of a day', async () => {
    const world = await aShop();
    await tickAt(world, '2026-11-23T08:00:00.000Z');
    const policyId = await sell(world, 'device-protection', 'partner');
    await tickAt(world, '2026-11-25T09:30:00.000Z');
    expect(await statusOf(world, policyId)).toBe('on-risk');
  });

  it('forgets no wake-up that could not be taken away after an outage', async () => {
    const world = await aShop();
    await tickAt(world, '2026-11-23T08:00:00.000Z');
    const policyId = await sell(world, 'device-protection', 'partner');
    const due = { ...world.platform.due({ read: 0, write: 0 }), answered: async () => false };
    const unavailable = { ...world.platform, due: () => due };
    world.time.now = '2026-11-25T09:30:00.000Z';
    await tickAndFire(world.platform, unavailable);
    expect(await statusOf(world, policyId)).toBe('on-risk');
    // The minute in which cover began is two days old, and no later tick reads it.
    const [standing] = world.engine.items().filter(({ sk }) => String(sk).startsWith('2026-11-'));
    expect(standing).toMatchObject({ pk: 'DUE#2026-11-25T09:35#0' });
    await tickAt(world, '2026-11-25T09:35:00.000Z');
    expect(wakeUps(world)).toMatchObject([{ pk: 'DUE#2027-10-24T16:00#0' }]);
  });

  it('tells again what failed, puts it off after ten minutes, says so, and holds up no other', async () => {
    const world = await aShop();
    const policyId = await sell(world, 'device-protection', 'partner');
    const broken = { pk: 'DUE#2026-11-23T15:59#0', sk: '2026-11-23T15:59:00.000Z#gone-tenant#pol_1', k: 'policy' };
    await world.engine.client.send(new PutCommand({ TableName: 'bindery', Item: broken }));
    world.time.now = '2026-11-23T16:00:00.000Z';
    expect(await tickAndFire(world.platform)).toEqual(['due.pol_1.2026-11-23T15:59:00.000Z']);
    expect(await statusOf(world, policyId)).toBe('on-risk');
    await tickAt(world, '2026-11-23T16:09:00.000Z');
    expect(wakeUps(world)).toContainEqual(broken);
    await expect(tickAt(world, '2026-11-23T16:09:00.001Z')).rejects.toThrow('1 wake-ups failed');
    expect(wakeUps(world)).not.toContainEqual(broken);
    expect(world.engine.items().some(({ pk }) => pk === 'DUE#2026-11-23T16:14#0')).toBe(true);
  });

  it('leaves a generation as it was that a reset has ended: nothing of it happens any more', async () => {
    const tenants = ['sandbox-shop', 'sandbox-shop-g2', 'sandbox-other'];
    const world = await aWorld([...sellingEndpoints, getPolicy], { tenants, services: { offerKeys: someOfferKeys() } });
    const told = async (tenant: string) => {
      const item = { ...keys.due(world.time.now, tenant, 'pol_1'), k: 'policy' };
      await world.engine.client.send(new PutCommand({ TableName: 'bindery', Item: item }));
      const { told: events, platform } = telling(world.platform);
      await runSchedule(tick, platform);
      return events.some((event) => event.tenant === tenant);
    };
    expect([await told('sandbox-shop'), await told('sandbox-shop-g2'), await told('sandbox-other')]).toEqual([
      ...[false, true, true],
    ]);
  });
});
