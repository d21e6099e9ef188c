import { describe, expect, it } from 'vitest';
import { endpoint as getCustomer } from '../../../functions/customers/get-customer.ts';
import { endpoint as listPolicies } from '../../../functions/policies/list-policies.ts';
import { cancel, cancellingEndpoints } from '../../support/cancellation.ts';
import { aCustomer, aPolicy, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const aShop = () =>
  aWorld([...sellingEndpoints, listPolicies, ...cancellingEndpoints, getCustomer], {
    services: { offerKeys: someOfferKeys() },
  });
type Page = { items: { policyId: string }[]; next?: string };

/** Two of one customer's under two numbers, the second cancelled, and another customer's under the second number. */
const aMonth = async () => {
  const world = await aShop();
  const customers = [
    await aCustomer(world),
    await aCustomer(world, { identity: { type: 'passport', number: 'E7654321' } }),
  ];
  const ids: string[] = [];
  for (const [at, [customer, reference]] of (
    [
      [0, 'order-1'],
      [0, 'order-2'],
      [1, 'order-2'],
    ] as const
  ).entries()) {
    world.time.now = `2026-11-23T${String(8 + at).padStart(2, '0')}:00:00.000Z`;
    const change = { reference, customerId: customers[customer], risk: { orderNumber: `SO-00000${at}` } };
    ids.push((await aPolicy(world, 'return-freight', change)).policyId);
  }
  const cancelled = await cancel(world, ids[1] ?? '');
  if (cancelled.status !== 201) throw new Error(cancelled.text);
  const page = async (query: Readonly<Record<string, string>>) => {
    const answer = await world.call('listPolicies', { query });
    return (answer.body as Page).items.map(({ policyId }) => policyId);
  };
  return { world, ids, page, customers };
};

describe('listPolicies', () => {
  it('goes through all policies once, newest first, while new ones are sold', async () => {
    const world = await aShop();
    const sold: string[] = [];
    for (let minute = 0; minute < 5; minute += 1) {
      world.time.now = `2026-11-23T08:0${minute}:00.000Z`;
      sold.unshift((await aPolicy(world, 'return-freight', { risk: { orderNumber: `SO-00000${minute}` } })).policyId);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '2', ...(cursor !== undefined && { cursor }) };
      const page = (await world.call('listPolicies', { query })).body as Page;
      seen.push(...page.items.map(({ policyId }) => policyId));
      cursor = page.next;
      world.time.now = '2026-11-23T09:00:00.000Z';
      await aPolicy(world, 'return-freight', { risk: { orderNumber: `SO-1${seen.length}0000` } });
    } while (cursor !== undefined);
    expect(seen).toEqual(sold);
  });

  it('shows a shop its own policies only', async () => {
    const world = await aShop();
    await aPolicy(world, 'return-freight');
    expect((await world.call('listPolicies', { tenant: 'shop-b' })).body).toEqual({ items: [] });
  });

  it('refuses a page size that it does not serve', async () => {
    const world = await aShop();
    for (const limit of ['0', '51', 'many']) {
      const answer = await world.call('listPolicies', { query: { limit } });
      expect([answer.status, answer.body]).toMatchObject([422, { errors: [{ pointer: '/query/limit' }] }]);
    }
  });

  it('is narrowed by customer, by reference, by status and by time, alone and together', async () => {
    const { ids, page, customers } = await aMonth();
    const [first = '', second = '', third = ''] = ids;
    const [wang = '', li = ''] = customers;
    expect(await page({ customerId: wang })).toEqual([second, first]);
    expect(await page({ reference: 'order-2' })).toEqual([third, second]);
    expect(await page({ customerId: li, reference: 'order-2' })).toEqual([third]);
    expect(await page({ customerId: li, reference: 'order-1' })).toEqual([]);
    expect(await page({ status: 'cancelled' })).toEqual([second]);
    expect(await page({ status: 'cancelled', customerId: li })).toEqual([]);
    // Half-open, whatever the offset in which it is written: the first was sold at 08:00, the second at 09:00.
    expect(await page({ createdFrom: '2026-11-23T16:00:00+08:00', createdTo: '2026-11-23T09:00:00Z' })).toEqual([
      first,
    ]);
    expect(await page({ createdFrom: '2026-11-23T08:00:00.001Z', reference: 'order-1' })).toEqual([]);
  });

  it('refuses a cursor under another filter or tenant, and takes it under the same in another form', async () => {
    const { world, customers } = await aMonth();
    const [customerId = ''] = customers;
    const filter = { customerId, createdFrom: '2026-11-23T16:00:00+08:00' };
    const { next: cursor = '' } = (await world.call('listPolicies', { query: { ...filter, limit: '1' } })).body as Page;
    const under = async (query: object, tenant = 'shop-a') =>
      (await world.call('listPolicies', { query: { cursor, ...query }, tenant })).body;
    const wrong = { code: 'invalid-request', errors: [{ pointer: '/query/cursor' }] };
    expect(await under({ ...filter, createdFrom: '2026-11-23T08:00:00.000Z' })).toMatchObject({
      items: [{ customerId }],
    });
    for (const other of [{}, { customerId }, { ...filter, status: 'pending' }])
      expect(await under(other)).toMatchObject(wrong);
    expect(await under(filter, 'shop-b')).toMatchObject(wrong);
  });

  it('refuses a filter that makes no sense or that is not its own', async () => {
    const world = await aShop();
    const asked = {
      status: 'paid',
      customerId: 'cus_1',
      reference: 'no#hash',
      createdFrom: 'monday',
      policyId: 'pol_1',
    };
    for (const [name, value] of Object.entries(asked)) {
      const { status, body } = await world.call('listPolicies', { query: { [name]: value } });
      const { errors } = body as { errors: { pointer: string }[] };
      expect([status, ...new Set(errors.map(({ pointer }) => pointer))]).toEqual([422, `/query/${name}`]);
    }
  });

  it('shows each customer of the page once, without personal data, to those who may see customers', async () => {
    const { world, customers } = await aMonth();
    const query = { include: 'customer' };
    const answer = await world.call('listPolicies', { query });
    const { included } = answer.body as { included: { customer: { customerId: string }[] } };
    expect(included.customer.map(({ customerId }) => customerId).toSorted()).toEqual(customers.toSorted());
    expect(answer.text).not.toContain('personal');
    const poor = await world.call('listPolicies', { query, as: { scopes: ['policies:read'] } });
    expect([poor.status, poor.body]).toMatchObject([403, { code: 'forbidden', facts: { needs: 'customers:read' } }]);
    const wrong = await world.call('listPolicies', { query: { include: 'customer,payments' } });
    expect([wrong.status, wrong.body]).toMatchObject([422, { errors: [{ pointer: '/query/include' }] }]);
    expect((await world.call('listPolicies')).body).not.toHaveProperty('included');
  });
});
