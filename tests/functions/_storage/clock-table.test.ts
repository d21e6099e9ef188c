import { describe, expect, it } from 'vitest';
import type { TableClient } from '../../../functions/_storage/client.ts';
import { clockTable } from '../../../functions/_storage/clock-table.ts';
import { tableDefinition } from '../../../functions/_storage/keys.ts';
import { createInProcessEngine } from '../../../local/engine/engine.ts';

const clocks = () => clockTable(createInProcessEngine(tableDefinition).client as TableClient)({ read: 0, write: 0 });
const standing = { at: '2027-01-01T00:00:00.000Z' };
const closed = { ...standing, closedSince: '2026-11-23T08:00:00.000Z' };
const running = { ...standing, runsSince: '2026-11-23T08:00:00.000Z' };

describe('clockTable', () => {
  it('keeps where a clock stands, and from when on it runs', async () => {
    const table = clocks();
    expect(await table.read('sbx-one')).toBeUndefined();
    expect(await table.move('sbx-one', undefined, standing)).toBe(true);
    expect(await table.read('sbx-one')).toEqual(standing);
    expect(await table.move('sbx-one', standing, running)).toBe(true);
    expect(await table.read('sbx-one')).toEqual(running);
    expect(await table.move('sbx-one', running, closed)).toBe(true);
    expect(await table.read('sbx-one')).toEqual(closed);
    expect(await table.read('sbx-two')).toBeUndefined();
  });
  it('is moved by one driver alone: whoever saw it elsewhere is told so', async () => {
    const table = clocks();
    await table.move('sbx-one', undefined, standing);
    for (const seen of [undefined, running, closed, { at: '2026-01-01T00:00:00.000Z' }])
      expect(await table.move('sbx-one', seen, { at: '2028-01-01T00:00:00.000Z' })).toBe(false);
    expect(await table.read('sbx-one')).toEqual(standing);
  });
});
