import { type CloudEvent, cloudEventsOf } from '../../../../functions/_kit/cloud-event.ts';
import { react } from '../../../../functions/_kit/react.ts';
import { readRecord } from '../../../../functions/_storage/codec.ts';
import { subscriber as appendRecords } from '../../../../functions/audit/append-records.ts';
import { subscriber as adjudicateClaim } from '../../../../functions/claims/adjudicate-claim.ts';
import type { FilledBook } from '../../book/filled-book.ts';

/** Hears what the table commits until it is told to stop; only what the making of the book needs is delivered. */
export const aBus = ({ engine, platform }: FilledBook) => {
  const waiting: CloudEvent[] = [];
  const stop = engine.onCommit((changes) => {
    for (const { before, after } of changes)
      if (before === undefined && after !== undefined && String(after['sk']).startsWith('OP#'))
        waiting.push(...cloudEventsOf(readRecord(after).record));
  });
  return {
    stop,
    /** What was reported is judged, and what was recorded stands in the feed. */
    deliver: async (): Promise<void> => {
      while (waiting.length > 0) {
        const events = waiting.splice(0);
        for (const event of events)
          if ((adjudicateClaim.contract.on as readonly string[]).includes(event.type))
            await react(adjudicateClaim, event, platform);
        await appendRecords.reactToBatch?.(
          events.filter(({ type }) => type === 'operation.recorded'),
          platform,
        );
      }
    },
  };
};
