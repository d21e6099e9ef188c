import { type CloudEvent, cloudEventsOf, isRecordItself } from '../_kit/cloud-event.ts';
import type { Bus } from '../_kit/services.ts';
import type { StoredRecord } from '../_kit/store.ts';

const publishSome = async (bus: Bus, events: readonly CloudEvent[]): Promise<void> => {
  if (events.length > 0) await bus.publish(events);
};

/**
 * Puts the events of records on the bus again. What happened in them goes first and whole: a record that is announced
 * counts as seen from then on, so nothing that it tells of may be missing.
 */
export const publishRecords = async (bus: Bus, records: readonly StoredRecord[]): Promise<void> => {
  const events = records.flatMap(({ record }) => cloudEventsOf(record));
  await publishSome(
    bus,
    events.filter((event) => !isRecordItself(event)),
  );
  await publishSome(bus, events.filter(isRecordItself));
};
