import { describe, expect, it } from 'vitest';
import type { TableClient } from '../../../functions/_storage/client.ts';
import { PutCommand } from '../../../functions/_storage/commands.ts';
import { dueTable } from '../../../functions/_storage/due-table.ts';
import { keys, tableDefinition } from '../../../functions/_storage/keys.ts';
import { createInProcessEngine } from '../../../local/engine/engine.ts';

const aTable = async (instants: readonly string[]) => {
  const { client } = createInProcessEngine(tableDefinition);
  for (const [n, at] of instants.entries()) {
    const Item = { ...keys.due(at, 'shop-a', `pol_${n}`), k: 'policy' };
    await client.send(new PutCommand({ TableName: tableDefinition.tableName, Item }));
  }
  return dueTable(client as TableClient)({ read: 0, write: 0 });
};
const item = (n: number, at: string) => ({ tenant: 'shop-a', kind: 'policy', id: `pol_${n}`, at });
const early = '2026-11-23T08:00:00.000Z';
const late = '2026-11-23T08:00:59.999Z';
const minute = '2026-11-23T08:00';

describe('dueTable', () => {
  it('gives what is due in a minute, in order, at the very instant too', async () => {
    const due = await aTable([late, early]);
    expect(await due.due(minute, late)).toEqual([item(1, early), item(0, late)]);
  });

  it('leaves what is due a millisecond later', async () => {
    const due = await aTable([late, early]);
    expect(await due.due(minute, '2026-11-23T08:00:59.998Z')).toEqual([item(1, early)]);
    expect(await due.due('2026-11-23T08:01', '2026-11-23T08:01:00.000Z')).toEqual([]);
  });

  it('sets the next wake-up and takes the answered one away', async () => {
    const due = await aTable([early]);
    const next = '2026-11-23T08:05:00.000Z';
    expect(await due.answered(item(0, early), next, 0)).toBe(true);
    expect(await due.due(minute, late)).toEqual([]);
    expect(await due.due('2026-11-23T08:05', next)).toEqual([item(0, next)]);
    await due.answered(item(0, next), undefined, 0);
    expect(await due.due('2026-11-23T08:05', next)).toEqual([]);
  });

  it('leaves the wake-up where somebody changed the aggregate meanwhile', async () => {
    const due = await aTable([early]);
    // Decided on an aggregate at its third record; the table knows of none.
    expect(await due.answered(item(0, early), '2026-11-23T08:05:00.000Z', 3)).toBe(false);
    expect(await due.due(minute, late)).toEqual([item(0, early)]);
    expect(await due.due('2026-11-23T08:05', '2026-11-23T08:05:59.000Z')).toEqual([]);
  });

  it('puts off a wake-up that could not be answered', async () => {
    const due = await aTable([early]);
    const later = '2026-11-23T08:05:00.000Z';
    await due.postpone(item(0, early), later);
    expect(await due.due(minute, late)).toEqual([]);
    expect(await due.due('2026-11-23T08:05', later)).toEqual([item(0, later)]);
  });

  it('moves its watermark only from where it was seen', async () => {
    const due = await aTable([]);
    expect(await due.watermark()).toBeUndefined();
    await due.setWatermark('2026-11-23T08:00', undefined);
    await due.setWatermark('2026-11-23T09:00', undefined);
    await due.setWatermark('2026-11-23T09:00', '2026-11-23T07:00');
    expect(await due.watermark()).toBe('2026-11-23T08:00');
    await due.setWatermark('2026-11-23T08:01', '2026-11-23T08:00');
    expect(await due.watermark()).toBe('2026-11-23T08:01');
  });
});
