import type { CloudEvent } from '../_kit/cloud-event.ts';
import { subscribeBatch } from '../_kit/implement.ts';
import type { Platform } from '../_kit/platform.ts';
import { reactionLine } from '../_kit/telemetry.ts';
import { dueItemOf } from '../_kit/wake-up.ts';
import { policies } from './contract.ts';
import { fireDueItem } from './fire-due-item.ts';

const contract = policies.subscribers.fireDuePolicy;

/** Fires one wake-up and writes its line; answers the event's id where it has to come again. */
const fireAndLog = async (platform: Platform, event: CloudEvent): Promise<readonly string[]> => {
  const meter = { read: 0, write: 0 };
  const { id: eventId, requestid: requestId, tenant } = event;
  const line = { operation: contract.id, eventId, requestId, tenant, startedAt: performance.now(), meter };
  const end = (outcome: string): void => platform.log(reactionLine({ ...line, wall: platform.clock.wall(), outcome }));
  try {
    // One that still stands is told again by the clockwork.
    end((await fireDueItem(platform, dueItemOf(event), { requestId, meter })) ? 'ok' : 'stands');
    return [];
  } catch (thrown) {
    platform.log({ level: 'error', eventId, bug: thrown instanceof Error ? thrown.message : String(thrown) });
    end('failed');
    return [eventId];
  }
};

/** Policies are independent of each other, so what is due to several is done side by side. */
export const subscriber = subscribeBatch(contract, async (events, platform) =>
  (await Promise.all(events.map((event) => fireAndLog(platform, event)))).flat(),
);
