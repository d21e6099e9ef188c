import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DueStore } from '../../functions/_kit/store.ts';
import type { TableClient } from '../../functions/_storage/client.ts';
import { dueTable } from '../../functions/_storage/due-table.ts';
import { tableDefinition } from '../../functions/_storage/keys.ts';
import { createInProcessEngine } from '../../local/engine/engine.ts';
import { dueAhead, sandboxClock } from '../../local/sandbox-clock.ts';

const hourMs = 3_600_000;

describe('sandboxClock', () => {
  it('moves business time ahead and leaves wall time alone, also across a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bindery-clock-'));
    const before = await sandboxClock(folder);
    await before.advance('shop-a', 90);
    const { clock } = await sandboxClock(folder);
    const ahead = (tenant: string) => clock.business(tenant).then((now) => Date.parse(now) - Date.parse(clock.wall()));
    expect(Math.abs((await ahead('shop-a')) - 1.5 * hourMs)).toBeLessThan(1_000);
    expect(Math.abs(await ahead('shop-b'))).toBeLessThan(1_000);
    await rm(folder, { recursive: true });
  });
});

describe('dueAhead', () => {
  const asked: string[] = [];
  const noting: DueStore = {
    watermark: async () => '2026-11-25T08:00',
    setWatermark: async (minute, before) => void asked.push(`${minute} after ${before}`),
    due: async (minute, until) => {
      asked.push(`${minute} until ${until}`);
      return [];
    },
    answered: async () => true,
    postpone: async ({ id }, until) => void asked.push(`${id} put off until ${until}`),
  };
  it('looks up every minute where the tenant’s clock has it', async () => {
    const due = dueAhead(noting, 48 * hourMs);
    asked.length = 0;
    await due.due('2026-11-23T09:15', '2026-11-23T09:15:30.000Z');
    expect(asked).toEqual(['2026-11-25T09:15 until 2026-11-25T09:15:30.000Z']);
  });
  it('puts a wake-up off by the tenant’s clock', async () => {
    asked.length = 0;
    const item = { tenant: 'shop-a', kind: 'policy', id: 'pol_1', at: '2026-11-25T09:15:00.000Z' };
    await dueAhead(noting, 48 * hourMs).postpone(item, '2026-11-23T09:20:00.000Z');
    expect(asked).toEqual(['pol_1 put off until 2026-11-25T09:20:00.000Z']);
  });
  it('shows a watermark that the clock has left behind as far back, so that nothing is skipped', async () => {
    expect(await dueAhead(noting, 50 * hourMs).watermark()).toBe('2026-11-23T06:00');
    expect(await dueAhead(noting, 0).watermark()).toBe('2026-11-25T08:00');
  });
  it('keeps the watermark in the tenant’s own time', async () => {
    asked.length = 0;
    await dueAhead(noting, 48 * hourMs).setWatermark('2026-11-23T09:15', '2026-11-23T08:00');
    expect(asked).toEqual(['2026-11-25T09:15 after 2026-11-25T08:00']);
  });
  it('has no watermark where there is none', async () => {
    const { client } = createInProcessEngine(tableDefinition);
    expect(await dueAhead(dueTable(client as TableClient), hourMs).watermark()).toBeUndefined();
  });
});
