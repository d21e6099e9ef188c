import type { Instant } from './clock.ts';
import { hashOf, type OperationRecord } from './record.ts';

/**
 * A CloudEvents 1.0 event as it travels on the bus. `id` is `<aggregate>.<sequence>.<n>`; n is 0 for the record
 * itself.
 */
export type CloudEvent<D = unknown> = {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: Instant;
  readonly datacontenttype: 'application/json';
  readonly dataschema?: string;
  readonly tenant: string;
  /** The aggregate's sequence number, so that a consumer sees order and gaps. */
  readonly sequence: number;
  readonly requestid: string;
  readonly data: D;
};

/** An event that tells of a record, with the schema of what it says. */
export type PublishedEvent = CloudEvent & { readonly dataschema: string };

/** The whole record with its hash: what the audit subscriber appends and archives. */
export type RecordedOperation = { readonly record: OperationRecord; readonly hash: string };

/** Says that this event is the record itself, and not one of the things that happened in it. */
export const isRecordItself = ({ type }: CloudEvent): boolean => type === 'operation.recorded';

/** Splits one operation record into its events: an event exists if and only if its change does (design §4). */
export const cloudEventsOf = (record: OperationRecord): readonly PublishedEvent[] => {
  const envelope = (n: number, type: string, data: unknown): PublishedEvent => ({
    specversion: '1.0',
    id: `${record.id}.${record.seq}.${n}`,
    source: `/tenants/${record.tenant}`,
    type,
    subject: record.id,
    time: record.recordedAt,
    datacontenttype: 'application/json',
    dataschema: `/schemas/events/${type}.json`,
    tenant: record.tenant,
    sequence: record.seq,
    requestid: record.requestId,
    data,
  });
  const recorded: RecordedOperation = { record, hash: hashOf(record) };
  return [
    envelope(0, 'operation.recorded', recorded),
    ...record.events.map((event, at) => envelope(at + 1, event.type, event.data)),
  ];
};
