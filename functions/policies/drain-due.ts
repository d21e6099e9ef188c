import { addMinutes } from '../../domain/shared/zone.ts';
import { schedule } from '../_kit/implement.ts';
import type { Platform } from '../_kit/platform.ts';
import type { DueItem } from '../_kit/store.ts';
import { policies } from './contract.ts';
import { fireDueItem } from './fire-due-item.ts';

const contract = policies.schedules.drainDue;

const rereadMinutes = 15;

const plusMinutes = (minute: string, minutes: number): string => addMinutes(`${minute}:00.000Z`, minutes).slice(0, 16);

/** A wake-up that failed comes again a little later; it must hold up neither the others nor the watermark. */
const retryMinutes = 5;

const fireOrPostpone = async (platform: Platform, item: DueItem, now: string): Promise<boolean> => {
  const until = addMinutes(now, retryMinutes);
  try {
    // One that still stands may lie in a minute which no later tick reads: it has to come again at another.
    if (!(await fireDueItem(platform, item))) await platform.due.postpone(item, until);
    return true;
  } catch (thrown) {
    platform.log({ level: 'error', operation: contract.id, subject: item.id, bug: String(thrown) });
    await platform.due.postpone(item, until);
    return false;
  }
};

/**
 * Drains the minutes from a quarter of an hour before the stored watermark up to now. What fails is put off and tried
 * again, with an alarm; firing twice has one effect.
 */
export const tick = schedule(contract, async (platform) => {
  const now = platform.clock.wall();
  const last = now.slice(0, 16);
  const before = await platform.due.watermark();
  let failures = 0;
  for (let minute = plusMinutes(before ?? last, -rereadMinutes); minute <= last; minute = plusMinutes(minute, 1)) {
    for (const item of await platform.due.due(minute, now)) {
      if (!(await fireOrPostpone(platform, item, now))) failures += 1;
    }
  }
  if (last > (before ?? '')) await platform.due.setWatermark(last, before);
  if (failures > 0) throw new Error(`${failures} wake-ups failed and were put off by ${retryMinutes} minutes.`);
});
