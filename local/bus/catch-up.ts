import { join } from 'node:path';
import * as z from 'zod';
import { cloudEventsOf } from '../../functions/_kit/cloud-event.ts';
import type { AuditStore, RecordRef } from '../../functions/_kit/store.ts';
import { readOrMake, writePrivately } from '../seed/private-file.ts';
import type { LocalBus } from './bus.ts';

const Checkpoint = z.strictObject({ publishedTo: z.iso.datetime() });
const minuteMs = 60_000;
/** Streams keep records for a day, so no stream could catch up further than that either. */
const reachMs = 24 * 60 * minuteMs;
const everyMs = 5_000;

/** Every minute that the span touches, the one that has only just begun included. */
const minutesBetween = (from: number, to: number): readonly string[] => {
  const first = Math.floor(from / minuteMs);
  return Array.from({ length: Math.floor(to / minuteMs) - first + 1 }, (_, at) =>
    new Date((first + at) * minuteMs).toISOString().slice(0, 16),
  );
};

const refsIn = async (audit: AuditStore, minute: string): Promise<readonly RecordRef[]> => {
  const refs: RecordRef[] = [];
  let after: string | undefined;
  do {
    const page = await audit.recordedIn(minute, after);
    refs.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return refs;
};

/**
 * Remembers up to when everything was published, as a reader of a stream does, and publishes again at the next start
 * what came after: a program that was killed between a commit and its events loses none. Consumers know repetitions by
 * their id.
 */
export const catchUp = async (audit: AuditStore, bus: LocalBus, dataFolder: string) => {
  const path = join(dataFolder, 'published.json');
  const now = (): string => new Date().toISOString();
  const before = await readOrMake(path, Checkpoint, async () => ({ publishedTo: now() }));

  const note = async (): Promise<void> => {
    // The instant is taken first: what commits while we look is behind it.
    const publishedTo = new Date(Date.now() - minuteMs).toISOString();
    if (bus.isIdle()) await writePrivately(path, { publishedTo });
  };
  let timer: NodeJS.Timeout | undefined;

  return {
    /** Publishes what was recorded since the checkpoint; says how many records it were. */
    run: async (): Promise<number> => {
      const from = Math.max(Date.parse(before.publishedTo) - minuteMs, Date.now() - reachMs);
      let count = 0;
      for (const minute of minutesBetween(from, Date.now())) {
        const records = await audit.records(await refsIn(audit, minute));
        const readable = records.filter((stored) => typeof stored === 'object');
        for (const { record } of readable) bus.publish(cloudEventsOf(record));
        count += readable.length;
      }
      timer = setInterval(() => void note().catch(() => undefined), everyMs).unref();
      return count;
    },
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await note();
    },
  };
};
