import type { CloudEvent } from '../../functions/_kit/cloud-event.ts';
import type { Platform } from '../../functions/_kit/platform.ts';
import { runSchedule } from '../../functions/_kit/run-schedule.ts';
import { tick } from '../../functions/clock/drain-due.ts';
import { subscriber as fireDuePolicy } from '../../functions/policies/fire-due-policy.ts';

/** Who tells of a due item, where a test fires it itself. */
export const aTelling = { requestId: 'run_test', meter: { read: 0, write: 0 } };

/** The platform with a bus that keeps what is told. */
export const telling = (platform: Platform) => {
  const told: CloudEvent[] = [];
  const bus: Platform['services']['bus'] = { publish: async (events) => void told.push(...events) };
  return { told, platform: { ...platform, services: Object.assign(Object.create(platform.services), { bus }) } };
};

/** One tick, and what it tells given to the policies; answers the ids of what they could not do. */
export const tickAndFire = async (platform: Platform, through: Platform = platform): Promise<readonly string[]> => {
  const { told, platform: telltale } = telling(platform);
  let thrown: unknown;
  await runSchedule(tick, telltale).catch((one: unknown) => {
    thrown = one;
  });
  const failed = await fireDuePolicy.reactToBatch?.(told, through);
  if (thrown !== undefined) throw thrown;
  return failed ?? [];
};
