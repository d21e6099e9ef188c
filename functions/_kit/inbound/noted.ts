import type { Instant } from '../clock.ts';
import type { InboxEntryView, StoredInboxEntry } from './schema.ts';

/** What an attempt at a webhook came to; `event` where it could be read. */
export type Note = {
  readonly status: Exclude<InboxEntryView['status'], 'received'>;
  readonly outcome: string;
  readonly event?: { readonly id: string; readonly type: string } | undefined;
};

/** An entry after one more attempt. What is done stays done: two deliveries at once may end in any order. */
export const noted = (entry: StoredInboxEntry, note: Note, at: Instant): StoredInboxEntry => {
  const stands = entry.status === 'done' && note.status !== 'done';
  return {
    ...entry,
    ...(note.event !== undefined && { eventId: note.event.id, type: note.event.type }),
    ...(!stands && { status: note.status, outcome: note.outcome }),
    processed: entry.processed + 1,
    processedAt: at,
  };
};

export const viewOfEntry = ({ v: _v, sealed: _sealed, ...told }: StoredInboxEntry): InboxEntryView => told;
