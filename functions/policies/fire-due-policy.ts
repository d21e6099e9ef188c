import type { CloudEvent } from '../_kit/cloud-event.ts';
import { subscribeBatch } from '../_kit/implement.ts';
import type { Platform } from '../_kit/platform.ts';
import { takeAndLog } from '../_kit/react.ts';
import { dueItemOf } from '../_kit/wake-up.ts';
import { policies } from './contract.ts';
import { fireDueItem } from './fire-due-item.ts';

const contract = policies.subscribers.fireDuePolicy;

/** Fires one wake-up. One that still stands is told again by the clockwork. */
const fire = (platform: Platform, event: CloudEvent): Promise<readonly string[]> =>
  takeAndLog(contract.id, event, platform, async (meter) =>
    (await fireDueItem(platform, dueItemOf(event), { requestId: event.requestid, meter })) ? 'ok' : 'stands',
  );

/** Policies are independent of each other, so what is due to several is done side by side. */
export const subscriber = subscribeBatch(contract, async (events, platform) =>
  (await Promise.all(events.map((event) => fire(platform, event)))).flat(),
);
