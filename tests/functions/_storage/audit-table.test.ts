import { describe, expect, it } from 'vitest';
import { auditTable } from '../../../functions/_storage/audit-table.ts';
import type { TableClient } from '../../../functions/_storage/client.ts';
import { tableDefinition } from '../../../functions/_storage/keys.ts';
import { createInProcessEngine } from '../../../local/engine/engine.ts';
import { aClosedAlert, anAuditedWorld, aRegistration } from '../../support/audited.ts';

const hash = (letter: string) => letter.repeat(64);
const none = { aggregate: 'customer', id: 'cus_1', seq: 0, hash: null, position: 0 };
const first = { ...none, seq: 1, hash: hash('a'), position: 1 };
const second = { ...none, seq: 2, hash: hash('b'), position: 2 };
const entry = (position: number, head = first) => ({
  ...head,
  position,
  types: ['customer.registered'],
  dueFromPartner: 0,
  currency: '',
  recordedAt: '2026-11-23T08:00:00.000Z',
});

const aTable = () => {
  const engine = createInProcessEngine(tableDefinition);
  return { engine, audit: auditTable(engine.client as TableClient)({ read: 0, write: 0 }) };
};

describe('auditTable', () => {
  it('moves a head and the end of the feed together', async () => {
    const { audit } = aTable();
    expect(
      await audit.append('shop-a', { from: 0, heads: [{ before: none, after: first }], entries: [entry(1)] }),
    ).toBe(true);
    expect(await audit.heads('shop-a', [{ kind: 'customer', id: 'cus_1' }])).toEqual([first]);
    expect(await audit.feedEnd('shop-a')).toEqual({ position: 1 });
    expect(await audit.feed('shop-a', 0, 10)).toEqual([entry(1)]);
  });

  it('knows nothing of what was never audited', async () => {
    const { audit } = aTable();
    expect(await audit.heads('shop-a', [{ kind: 'customer', id: 'cus_1' }])).toEqual([none]);
    const empty = [await audit.feedEnd('shop-a'), await audit.feed('shop-a', 0, 10)];
    expect(empty).toEqual([{ position: 0, debtAt: 0 }, []]);
    expect([await audit.checkpoint('shop-a'), await audit.tenants()]).toEqual([undefined, []]);
  });

  it.each([
    ['a head that moved', { from: 1, heads: [{ before: none, after: first }] }],
    ['a head with another hash', { from: 1, heads: [{ before: { ...first, hash: hash('c') }, after: second }] }],
    ['an end that moved', { from: 0, heads: [{ before: first, after: second }] }],
  ])('writes nothing at all over %s', async (_what, advance) => {
    const { engine, audit } = aTable();
    await audit.append('shop-a', { from: 0, heads: [{ before: none, after: first }], entries: [entry(1)] });
    const items = engine.items();
    expect(await audit.append('shop-a', { ...advance, entries: [entry(advance.from + 1)] })).toBe(false);
    expect(engine.items()).toEqual(items);
  });

  it('reads the feed after a position, as much as is asked for', async () => {
    const { audit } = aTable();
    const entries = [1, 2, 3, 4].map((position) => entry(position));
    await audit.append('shop-a', { from: 0, heads: [{ before: none, after: first }], entries });
    expect((await audit.feed('shop-a', 1, 2)).map(({ position }) => position)).toEqual([2, 3]);
    expect(await audit.feed('shop-b', 0, 10)).toEqual([]);
  });

  it('keeps where debt moved last, in each entry and at the end', async () => {
    const { audit } = aTable();
    const entries = [0, 432, 0].map((dueFromPartner, at) => ({
      ...entry(at + 1),
      ...(dueFromPartner !== 0 && { dueFromPartner, currency: 'CNY' }),
      debtAt: at === 0 ? 0 : 2,
    }));
    await audit.append('shop-a', { from: 0, heads: [{ before: none, after: first }], entries });
    expect(await audit.feed('shop-a', 0, 10)).toEqual(entries);
    expect(await audit.feedEnd('shop-a')).toEqual({ position: 3, debtAt: 2 });
  });

  it('names the records of a minute, and reads them by number', async () => {
    const world = await anAuditedWorld();
    const id = await aClosedAlert(world);
    world.time.now = '2026-11-23T08:01:00.000Z';
    await aRegistration(world);
    const audit = world.platform.audit({ read: 0, write: 0 });
    const page = await audit.recordedIn('2026-11-23T08:00', undefined);
    expect(page.items).toEqual([1, 2, 3].map((seq) => ({ tenant: 'shop-a', kind: 'alert', id, seq })));
    const records = await audit.records([...page.items.slice(1), { tenant: 'shop-a', kind: 'alert', id, seq: 9 }]);
    expect(records.map((one) => (typeof one === 'object' ? one.record.seq : one))).toEqual([2, 3, undefined]);
    expect((await audit.chain('shop-a', { kind: 'alert', id }, 1)).map(({ seq }) => seq)).toEqual([2, 3]);
  });

  it('lists the audited heads of one tenant, after any of them', async () => {
    const world = await anAuditedWorld();
    for (const n of [1, 2, 3]) await aRegistration(world, n);
    await world.appendAll();
    const { items } = await world.platform.audit({ read: 0, write: 0 }).allHeads('shop-a', undefined);
    expect(items).toHaveLength(3);
    expect(await world.platform.audit({ read: 0, write: 0 }).allHeads('shop-a', items[0]?.id)).toEqual({
      items: items.slice(1),
      next: undefined,
    });
    expect(await world.platform.audit({ read: 0, write: 0 }).tenants()).toEqual(['shop-a', 'shop-b']);
  });

  it('moves the mark of the checkpoints only from where it was seen', async () => {
    const { audit } = aTable();
    const one = { number: 1, hash: hash('a'), feedEnd: 3 };
    const two = { number: 2, hash: hash('b'), feedEnd: 5 };
    expect(await audit.moveCheckpoint('shop-a', undefined, one)).toBe(true);
    expect(await audit.moveCheckpoint('shop-a', undefined, two)).toBe(false);
    expect(await audit.moveCheckpoint('shop-a', one, two)).toBe(true);
    expect(await audit.checkpoint('shop-a')).toEqual(two);
  });
});
