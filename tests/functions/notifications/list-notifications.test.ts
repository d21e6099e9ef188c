import { describe, expect, it } from 'vitest';
import { cancel } from '../../support/cancellation.ts';
import { aCustomer, aPolicy } from '../../support/sale.ts';
import { aMailWorld } from './mail-world.ts';

/** Two policies of one customer, the first cancelled, and one of another customer without an address. */
const aMonth = async () => {
  const world = await aMailWorld();
  const first = await aCustomer(world);
  const phone = '+8613800138009';
  const second = await aCustomer(world, {
    email: undefined,
    phone,
    identity: { type: 'passport', number: 'E7654321' },
  });
  const ids: string[] = [];
  for (const [at, customerId] of [first, first, second].entries()) {
    world.time.now = `2026-11-23T${String(8 + at).padStart(2, '0')}:00:00.000Z`;
    const risk = { orderNumber: `SO-00000${at}` };
    ids.push((await aPolicy(world, 'return-freight', { customerId, risk })).policyId);
    await world.bus.untilQuiet();
  }
  world.time.now = '2026-11-23T12:00:00.000Z';
  await cancel(world, ids[0] ?? '');
  await world.bus.untilQuiet();
  const told = async (query: Readonly<Record<string, string>> = {}) =>
    (await world.all(query)).map(({ policyId, message }) => [ids.indexOf(policyId), message]);
  return { world, ids, first, second, told };
};

describe('listNotifications', () => {
  it('lists the newest first, without what they say', async () => {
    const { world, told } = await aMonth();
    expect(await told()).toEqual([
      [0, 'policy-cancelled'],
      [2, 'policy-issued'],
      [1, 'policy-issued'],
      [0, 'policy-issued'],
    ]);
    for (const shown of await world.all()) expect(shown).not.toHaveProperty('content');
  });

  it('is narrowed to one policy, and to one customer', async () => {
    const { ids, first, second, told } = await aMonth();
    expect(await told({ policyId: ids[0] ?? '' })).toEqual([
      [0, 'policy-cancelled'],
      [0, 'policy-issued'],
    ]);
    expect(await told({ customerId: second })).toEqual([[2, 'policy-issued']]);
    expect(await told({ customerId: first })).toHaveLength(3);
    expect(await told({ customerId: second, policyId: ids[0] ?? '' })).toEqual([]);
    expect(await told({ customerId: first, policyId: ids[1] ?? '' })).toEqual([[1, 'policy-issued']]);
  });

  it('is narrowed by status and by time', async () => {
    const { told } = await aMonth();
    expect(await told({ status: 'skipped' })).toEqual([[2, 'policy-issued']]);
    expect(await told({ createdFrom: '2026-11-23T09:00:00Z', createdTo: '2026-11-23T12:00:00Z' })).toEqual([
      [2, 'policy-issued'],
      [1, 'policy-issued'],
    ]);
  });

  it('gives pages under one filter, and refuses a cursor under another', async () => {
    const { world, ids } = await aMonth();
    const query = { policyId: ids[0] ?? '', limit: '1' };
    const page = (await world.call('listNotifications', { query })).body as { items: object[]; next: string };
    const rest = await world.call('listNotifications', { query: { ...query, cursor: page.next } });
    expect(rest.body).toMatchObject({ items: [{ message: 'policy-issued' }] });
    const other = await world.call('listNotifications', { query: { cursor: page.next } });
    expect(other.status).toBe(422);
  });

  it('shows a tenant nothing of another’s', async () => {
    const { world, ids } = await aMonth();
    const query = { policyId: ids[0] ?? '' };
    expect((await world.call('listNotifications', { query, tenant: 'shop-b' })).body).toEqual({ items: [] });
  });
});
