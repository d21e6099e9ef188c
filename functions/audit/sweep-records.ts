import { sweepAt } from '../../domain/audit/sweep-records.ts';
import { schedule } from '../_kit/implement.ts';
import type { Meter, Platform } from '../_kit/platform.ts';
import type { RecordRef } from '../_kit/store.ts';
import { audit } from './contract.ts';
import { publishRecords } from './publish-records.ts';

type Given = { readonly platform: Platform; readonly meter: Meter };

/** The records among those named that no audit has seen yet. */
const unaudited = async ({ platform, meter }: Given, refs: readonly RecordRef[]): Promise<readonly RecordRef[]> => {
  const found: RecordRef[] = [];
  for (const [tenant, own] of Map.groupBy(refs, (ref) => ref.tenant)) {
    const heads = await platform.audit(meter).heads(tenant, own);
    found.push(...own.filter(({ seq }, at) => seq > (heads[at]?.seq ?? 0)));
  }
  return found;
};

const publishAgain = async ({ platform, meter }: Given, refs: readonly RecordRef[]): Promise<void> => {
  const lost = await unaudited({ platform, meter }, refs);
  if (lost.length === 0) return;
  const stored = await platform.audit(meter).records(lost);
  const readable = stored.flatMap((one) => (one === undefined || one === 'unreadable' ? [] : [one]));
  await publishRecords(platform.services.bus, readable);
  platform.log({ level: 'error', operation: 'sweepRecords', outcome: 'republished', records: readable.length });
};

const sweepMinute = async ({ platform, meter }: Given, minute: string): Promise<void> => {
  let after: string | undefined;
  do {
    const page = await platform.audit(meter).recordedIn(minute, after);
    await publishAgain({ platform, meter }, page.items);
    after = page.next;
  } while (after !== undefined);
};

export const entry = schedule(audit.schedules.sweepRecords, async (platform, meter) => {
  const before = await platform.audit(meter).sweptTo();
  const { minutes, sweptTo } = sweepAt(platform.clock.wall(), before);
  for (const minute of minutes) await sweepMinute({ platform, meter }, minute);
  if (sweptTo > (before ?? '')) await platform.audit(meter).markSwept(sweptTo, before);
});
