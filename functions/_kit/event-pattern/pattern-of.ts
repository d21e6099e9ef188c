import type { CloudEvent } from '../cloud-event.ts';
import type { SubscriberContract } from '../contract.ts';
import { onTheBus } from '../settings.ts';

/** Which events a subscriber takes: the pattern of its rule in the cloud, and of its queue on a laptop. */
export const patternOf = ({ on }: Pick<SubscriberContract, 'on'>) => ({
  source: [onTheBus.source],
  detail: { type: [...on] },
});

/** An event as rules see it. What EventBridge adds itself, such as account and Region, no pattern of ours asks for. */
export const busEventOf = (event: CloudEvent) => ({
  source: onTheBus.source,
  'detail-type': onTheBus.detailType,
  detail: event,
});
