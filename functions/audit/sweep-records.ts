import { sweepAt } from '../../domain/audit/sweep-records.ts';
import { schedule } from '../_kit/implement.ts';
import type { Platform } from '../_kit/platform.ts';
import type { RecordRef } from '../_kit/store.ts';
import { audit } from './contract.ts';
import { publishRecords } from './publish-records.ts';

/** The records among those named that no audit has seen yet. */
const unaudited = async (platform: Platform, refs: readonly RecordRef[]): Promise<readonly RecordRef[]> => {
  const found: RecordRef[] = [];
  for (const [tenant, own] of Map.groupBy(refs, (ref) => ref.tenant)) {
    const heads = await platform.audit.heads(tenant, own);
    found.push(...own.filter(({ seq }, at) => seq > (heads[at]?.seq ?? 0)));
  }
  return found;
};

const publishAgain = async (platform: Platform, refs: readonly RecordRef[]): Promise<void> => {
  const lost = await unaudited(platform, refs);
  if (lost.length === 0) return;
  const stored = await platform.audit.records(lost);
  const readable = stored.flatMap((one) => (one === undefined || one === 'unreadable' ? [] : [one]));
  await publishRecords(platform.services.bus, readable);
  platform.log({ level: 'error', operation: 'sweepRecords', outcome: 'republished', records: readable.length });
};

const sweepMinute = async (platform: Platform, minute: string): Promise<void> => {
  let after: string | undefined;
  do {
    const page = await platform.audit.recordedIn(minute, after);
    await publishAgain(platform, page.items);
    after = page.next;
  } while (after !== undefined);
};

export const entry = schedule(audit.schedules.sweepRecords, async (platform) => {
  const before = await platform.audit.sweptTo();
  const { minutes, sweptTo } = sweepAt(platform.clock.wall(), before);
  for (const minute of minutes) await sweepMinute(platform, minute);
  if (sweptTo > (before ?? '')) await platform.audit.markSwept(sweptTo, before);
});
