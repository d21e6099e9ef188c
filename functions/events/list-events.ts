import { objectOf, touches } from '../../domain/audit/object-of.ts';
import { EventView } from '../../domain/events/view/schema.ts';
import { accept } from '../../domain/shared/decision.ts';
import { cloudEventsOf, isRecordItself } from '../_kit/cloud-event.ts';
import { implement } from '../_kit/implement.ts';
import type { OperationRecord } from '../_kit/record.ts';
import { events } from './contract.ts';

/** Whether a record speaks of the object; of a claim its policy's records do that name it. */
const isOf = (record: OperationRecord, objectId: string | undefined): boolean =>
  objectId === undefined || (objectOf(objectId).root.id === record.id && touches(objectId, record));

export const endpoint = implement(events.endpoints.listEvents, async ({ query, ports }) => {
  const { after, limit, types, objectId } = query;
  const wanted = types?.split(',');
  const { items, next } = await ports.events({ cursor: after, limit, named: 'after' });
  const seen = items.filter(({ record }) => isOf(record, objectId)).flatMap(({ record }) => cloudEventsOf(record));
  // The record itself, with everything that the audit needs, is the history's to show.
  const shown = seen.filter((event) => !isRecordItself(event) && (wanted === undefined || wanted.includes(event.type)));
  return accept({ items: shown.map((event) => EventView.parse(event)), next });
});
