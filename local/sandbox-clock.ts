import { join } from 'node:path';
import * as z from 'zod';
import type { Clock } from '../functions/_kit/clock.ts';
import type { DueStore } from '../functions/_kit/store.ts';
import { readOrMake, writePrivately } from './seed/private-file.ts';

const Ahead = z.record(z.string(), z.int().min(0));
const minuteMs = 60_000;

const wall = (): string => new Date().toISOString();
const shifted = (instant: string, byMs: number): string => new Date(Date.parse(instant) + byMs).toISOString();

/**
 * The laptop's clock: wall time is real, and a sandbox tenant's business time may be ahead of it by whole minutes
 * (design §8). How far is kept in the data folder, so that business time never runs backward.
 */
export const sandboxClock = async (dataFolder: string) => {
  const path = join(dataFolder, 'clock.json');
  const ahead: Record<string, number> = await readOrMake(path, Ahead, async () => ({}));
  const aheadMs = (tenant: string): number => (ahead[tenant] ?? 0) * minuteMs;
  const clock: Clock = { wall, business: async (tenant) => shifted(wall(), aheadMs(tenant)) };
  return {
    clock,
    aheadMs,
    advance: async (tenant: string, minutes: number): Promise<void> => {
      ahead[tenant] = (ahead[tenant] ?? 0) + minutes;
      await writePrivately(path, ahead);
    },
  };
};
export type SandboxClock = Awaited<ReturnType<typeof sandboxClock>>;

/**
 * What is due, as one tick by wall time sees it when the sandbox tenant's clock is ahead: every minute is looked up
 * where the tenant's clock has it, and the watermark is kept in the tenant's own time, so that an advance skips
 * nothing.
 */
export const dueAhead = (due: DueStore, aheadMs: number): DueStore => {
  const minuteBy = (minute: string, ms: number): string => shifted(`${minute}:00.000Z`, ms).slice(0, 16);
  const toTenant = (minute: string): string => minuteBy(minute, aheadMs);
  return {
    ...due,
    watermark: async () => {
      const minute = await due.watermark();
      return minute === undefined ? undefined : minuteBy(minute, -aheadMs);
    },
    setWatermark: (minute, before) =>
      due.setWatermark(toTenant(minute), before === undefined ? undefined : toTenant(before)),
    due: (minute, until) => due.due(toTenant(minute), shifted(until, aheadMs)),
    postpone: (item, until) => due.postpone(item, shifted(until, aheadMs)),
  };
};
