import { type CloudEvent, cloudEventsOf } from '../_kit/cloud-event.ts';
import type { LogLine } from '../_kit/platform.ts';
import { type Item, readRecord } from './codec.ts';
import { isRecordKey } from './keys.ts';

/** A text or bytes as they stand in a stream record: JSON knows no bytes, so they come in base64. */
type StreamValue = { readonly S?: string; readonly B?: string };
export type StreamRecord = {
  readonly dynamodb?: { readonly NewImage?: Readonly<Record<string, StreamValue>> };
};

/** The events of one item of the table: those of an operation record, and none for any other item. */
export const eventsOfItem = (item: Item): readonly CloudEvent[] => {
  const key = { pk: String(item['pk']), sk: String(item['sk']) };
  return isRecordKey(key) ? cloudEventsOf(readRecord(item).record) : [];
};

const bytes = (value: StreamValue | undefined): Uint8Array => Buffer.from(value?.B ?? '', 'base64');

const itemOf = (image: Readonly<Record<string, StreamValue>>): Item => ({
  pk: image['pk']?.S,
  sk: image['sk']?.S,
  h: bytes(image['h']),
  z: bytes(image['z']),
});

/**
 * The step between the table's stream and the bus: splits operation records into their events. A record that cannot
 * be read is left out and logged, for it would hold up its whole shard; the audit finds it missing, and the verifier
 * too.
 */
export const enrichment =
  (log: (line: LogLine) => void) =>
  async (records: readonly StreamRecord[]): Promise<readonly CloudEvent[]> =>
    records.flatMap(({ dynamodb }) => {
      const image = dynamodb?.NewImage;
      if (image === undefined) return [];
      try {
        return eventsOfItem(itemOf(image));
      } catch (thrown) {
        const bug = thrown instanceof Error ? thrown.message : String(thrown);
        log({ level: 'error', operation: 'enrichment', pk: image['pk']?.S, sk: image['sk']?.S, bug });
        return [];
      }
    });
