import type { PartnerBuses } from '../_kit/services.ts';
import { onTheBus } from '../_kit/settings.ts';
import { type EventBridge, putEntry } from './put-events.ts';

const regionOf = (arn: string): string => arn.split(':')[3] ?? '';

/**
 * Puts events on buses of partners, in the Region where each bus lies. The bus's own policy says whether this account
 * may; a refusal of it is a failed attempt like any other.
 */
export const partnerBuses = (address: Omit<EventBridge, 'region'>): PartnerBuses => ({
  put: async (arn, { type, time, body }) => {
    const began = performance.now();
    const ms = (): number => performance.now() - began;
    try {
      const { status, refused } = await putEntry(
        { ...address, region: regionOf(arn) },
        {
          ...{ EventBusName: arn, Source: onTheBus.source, DetailType: type },
          ...{ Time: Date.parse(time) / 1000, Detail: body },
        },
      );
      return { ms: ms(), status, ...((status !== 200 || refused !== 0) && { error: 'bus-refused' as const }) };
    } catch (thrown) {
      const isLate = thrown instanceof Error && thrown.name === 'TimeoutError';
      return { ms: ms(), error: isLate ? 'timeout' : 'unreachable' };
    }
  },
});
