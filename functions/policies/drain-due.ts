import { addMinutes } from '../../domain/shared/zone.ts';
import { schedule } from '../_kit/implement.ts';
import type { Platform } from '../_kit/platform.ts';
import { policies } from './contract.ts';
import { fireDueItem } from './fire-due-item.ts';

const contract = policies.schedules.drainDue;

const rereadMinutes = 15;

const plusMinutes = (minute: string, minutes: number): string => addMinutes(`${minute}:00.000Z`, minutes).slice(0, 16);

const fireMinute = async (platform: Platform, minute: string, now: string): Promise<number> => {
  let failed = 0;
  for (const item of await platform.due.due(minute, now)) {
    await fireDueItem(platform, item).catch((thrown: unknown) => {
      failed += 1;
      platform.log({ level: 'error', operation: contract.id, subject: item.id, bug: String(thrown) });
    });
  }
  return failed;
};

/**
 * Drains the minutes from a quarter of an hour before the stored watermark up to now. A minute in which something
 * failed is drained again by the next tick; firing twice has one effect.
 */
export const tick = schedule(contract, async (platform) => {
  const now = platform.clock.wall();
  const last = now.slice(0, 16);
  const before = await platform.due.watermark();
  let reached: string | undefined;
  let failures = 0;
  for (let minute = plusMinutes(before ?? last, -rereadMinutes); minute <= last; minute = plusMinutes(minute, 1)) {
    failures += await fireMinute(platform, minute, now);
    if (failures === 0) reached = minute;
  }
  if (reached !== undefined && reached > (before ?? '')) await platform.due.setWatermark(reached, before);
  if (failures > 0) throw new Error(`${failures} due items could not be fired; the next tick tries again.`);
});
