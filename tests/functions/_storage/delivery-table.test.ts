import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../domain/webhooks/schema.ts';
import type { TableClient } from '../../../functions/_storage/client.ts';
import { BatchGetCommand } from '../../../functions/_storage/commands.ts';
import { deliveryTable } from '../../../functions/_storage/delivery-table.ts';
import { tableDefinition } from '../../../functions/_storage/keys.ts';
import { createInProcessEngine } from '../../../local/engine/engine.ts';
import { aDelivery, idOf, now } from '../../domain/webhooks/samples.ts';

const later = '2026-11-23T08:00:05.000Z';
const aTable = () => {
  const engine = createInProcessEngine(tableDefinition);
  const table = deliveryTable(engine.client as TableClient)({ read: 0, write: 0 });
  const due = () => engine.items().flatMap(({ pk, sk }) => (String(pk).startsWith('DUE#') ? [String(sk)] : []));
  return { table, due };
};
const waiting = (n: number, change: Partial<Delivery> = {}): Delivery =>
  aDelivery({ deliveryId: idOf('dlv', n), ...change });
const asleep = (delivery: Delivery): Delivery => {
  const { nextAttemptAt: _none, ...rest } = delivery;
  return rest;
};

describe('the log of deliveries', () => {
  it('writes a delivery once, and over the version that was seen', async () => {
    const { table } = aTable();
    expect(await table.put('shop-a', waiting(1))).toBe(true);
    expect(await table.put('shop-a', waiting(1))).toBe(false);
    const [stored] = await table.find('shop-a', [idOf('dlv', 1)]);
    expect(stored).toEqual({ version: 1, delivery: waiting(1) });
    expect(await table.put('shop-a', waiting(1, { roundAttempts: 1 }), stored)).toBe(true);
    expect(await table.put('shop-a', waiting(1, { roundAttempts: 2 }), stored)).toBe(false);
    expect(await table.find('shop-b', [idOf('dlv', 1)])).toEqual([undefined]);
  });
  it('has a wake-up stand exactly where the delivery waits', async () => {
    const { table, due } = aTable();
    const id = idOf('dlv', 1);
    await table.put('shop-a', asleep(waiting(1)));
    expect(due()).toEqual([]);
    const stored = async () => (await table.find('shop-a', [id]))[0];
    await table.put('shop-a', waiting(1), await stored());
    expect(due()).toEqual([`${now}#shop-a#${id}`]);
    await table.put('shop-a', waiting(1, { nextAttemptAt: later }), await stored());
    expect(due()).toEqual([`${later}#shop-a#${id}`]);
    await table.put('shop-a', asleep(waiting(1, { status: 'delivered' })), await stored());
    expect(due()).toEqual([]);
  });
  it('takes a wake-up away that was put off, with the one that it answers', async () => {
    const { table, due } = aTable();
    await table.put('shop-a', waiting(1));
    const [stored] = await table.find('shop-a', [idOf('dlv', 1)]);
    await table.put('shop-a', waiting(1, { nextAttemptAt: later }), stored, now);
    expect(due()).toEqual([`${later}#shop-a#${idOf('dlv', 1)}`]);
  });
  it('takes one away for which there is nothing to do, unless the delivery is another meanwhile', async () => {
    const { table, due } = aTable();
    await table.put('shop-a', waiting(1));
    const item = { tenant: 'shop-a', id: idOf('dlv', 1), at: now };
    expect(await table.answered(item, undefined)).toBe(false);
    expect(due()).toHaveLength(1);
    const [stored] = await table.find('shop-a', [item.id]);
    expect(await table.answered(item, stored)).toBe(true);
    expect(due()).toEqual([]);
  });
  it('lists those of an endpoint, newest first, page by page', async () => {
    const { table } = aTable();
    const minutes = Array.from({ length: 120 }, (_, n) => n);
    for (const n of minutes) {
      const createdAt = new Date(Date.parse(now) + n * 60_000).toISOString();
      const status = n % 40 === 0 ? 'failed' : 'pending';
      await table.put('shop-a', asleep(waiting(n, { createdAt, status })));
    }
    await table.put('shop-a', asleep(waiting(999, { endpointId: idOf('whe', 2) })));
    const all: string[] = [];
    let after: string | undefined;
    do {
      const page = await table.list({ tenant: 'shop-a', endpointId: idOf('whe'), after, limit: 50 });
      all.push(...page.items.map(({ deliveryId }) => deliveryId));
      after = page.next;
    } while (after !== undefined);
    expect(all).toEqual(minutes.toReversed().map((n) => idOf('dlv', n)));
    const matches = ({ status }: Delivery): boolean => status === 'failed';
    const failed = await table.list({ tenant: 'shop-a', endpointId: idOf('whe'), after: undefined, limit: 3, matches });
    expect(failed).toMatchObject({
      items: [{ status: 'failed' }, { status: 'failed' }, { status: 'failed' }],
      next: undefined,
    });
  });
  it('reads for a page what stands on it, and one more', async () => {
    const engine = createInProcessEngine(tableDefinition);
    let read = 0;
    const counting: TableClient = {
      send: async (command) => {
        if (command instanceof BatchGetCommand)
          read += command.input.RequestItems?.[tableDefinition.tableName]?.Keys?.length ?? 0;
        return (engine.client as TableClient).send(command);
      },
    };
    const table = deliveryTable(counting)({ read: 0, write: 0 });
    for (let n = 0; n < 60; n += 1) await table.put('shop-a', asleep(waiting(n)));
    const page = await table.list({ tenant: 'shop-a', endpointId: idOf('whe'), after: undefined, limit: 20 });
    expect(page.items).toHaveLength(20);
    expect(read).toBe(21);
  });
});
