import { describe, expect, it } from 'vitest';
import { endpoint as listEvents } from '../../../functions/events/list-events.ts';
import { endpoint as recordMilestone } from '../../../functions/policies/record-milestone.ts';
import { anAuditedWorld } from '../../support/audited.ts';
import { aPolicy } from '../../support/sale.ts';

type Event = { readonly id: string; readonly type: string; readonly subject: string; readonly sequence: number };
type Page = { readonly items: readonly Event[]; readonly next: string };

const shipped = { milestone: 'shipment_confirmed', occurredAt: '2026-11-23T08:00:00.000Z' };

const aShop = async () => {
  const world = await anAuditedWorld({}, [listEvents, recordMilestone]);
  const sell = async (orderNumber: string) => {
    const { policyId } = await aPolicy(world, 'return-freight', { risk: { orderNumber } });
    await world.appendAll();
    return policyId;
  };
  const page = async (query: Record<string, string> = {}, tenant = 'shop-a') =>
    (await world.call('listEvents', { query, tenant })).body as Page;
  const ship = async (policyId: string) => {
    const answer = await world.call('recordMilestone', { params: { policyId }, body: shipped });
    await world.appendAll();
    return answer;
  };
  return { world, sell, page, ship };
};

const typesOf = ({ items }: Page) => items.map(({ type }) => type);

describe('listEvents', () => {
  it('tells everything once, in one order, with a number for each record of an object', async () => {
    const { sell, page, ship } = await aShop();
    const policyId = await sell('SO-000001');
    await ship(policyId);
    const { items } = await page();
    expect(items.filter(({ subject }) => subject === policyId).map(({ type, sequence }) => [type, sequence])).toEqual([
      ['policy.bound', 1],
      ['policy.milestone-recorded', 2],
      ['policy.on-risk', 2],
    ]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('gives the same in pages of any size, and goes on where it was when more has happened', async () => {
    const { sell, page } = await aShop();
    await sell('SO-000001');
    const whole = await page();
    const seen: Event[] = [];
    let next: string | undefined;
    for (let at = 0; at < 10; at += 1) {
      const one: Page = await page({ limit: '1', ...(next !== undefined && { after: next }) });
      seen.push(...one.items);
      next = one.next;
    }
    expect(seen).toEqual(whole.items);
    const empty = await page({ after: whole.next });
    expect(empty).toEqual({ items: [], next: whole.next });
    await sell('SO-000002');
    expect(typesOf(await page({ after: empty.next }))).toContain('policy.bound');
  });

  it('skips nothing for a filter that finds nothing on a page', async () => {
    const { sell, page, ship } = await aShop();
    const policyId = await sell('SO-000001');
    await ship(policyId);
    const first = await page({ limit: '1', types: 'policy.on-risk' });
    expect(first.items).toEqual([]);
    expect(typesOf(await page({ after: first.next, types: 'policy.on-risk,policy.bound' }))).toEqual([
      'policy.bound',
      'policy.on-risk',
    ]);
  });

  it('tells of one object alone, and of nobody else’s', async () => {
    const { sell, page } = await aShop();
    const [first] = [await sell('SO-000001'), await sell('SO-000002')];
    const own = await page({ objectId: first });
    expect(new Set(own.items.map(({ subject }) => subject))).toEqual(new Set([first]));
    expect((await page({}, 'shop-b')).items).toEqual([]);
  });

  it('takes no cursor of another tenant or of another list', async () => {
    const { world, sell, page } = await aShop();
    await sell('SO-000001');
    const { next } = await page();
    const answer = await world.call('listEvents', { query: { after: next }, tenant: 'shop-b' });
    expect([answer.status, answer.body]).toMatchObject([422, { errors: [{ pointer: '/query/after' }] }]);
  });

  it('has no gap where a command changed nothing: it left no record, and the version stands', async () => {
    const { sell, page, ship } = await aShop();
    const policyId = await sell('SO-000001');
    const [once, twice] = [await ship(policyId), await ship(policyId)];
    expect([twice.text, twice.headers['etag']]).toEqual([once.text, once.headers['etag']]);
    const { items } = await page({ objectId: policyId });
    expect([...new Set(items.map(({ sequence }) => sequence))]).toEqual([1, 2]);
  });

  it('shows neither the whole record nor from where it came', async () => {
    const { sell, page } = await aShop();
    await sell('SO-000001');
    const { items } = await page();
    expect(items.some(({ type }) => type === 'operation.recorded')).toBe(false);
    expect(JSON.stringify(items)).not.toContain('"from"');
  });
});
