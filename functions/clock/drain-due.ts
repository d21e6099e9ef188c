import { addMinutes } from '../../domain/shared/zone.ts';
import { type ClockMark, type ClockStore, timeBy } from '../_kit/business-clock.ts';
import { schedule } from '../_kit/implement.ts';
import { ownRequestId } from '../_kit/react.ts';
import { isSandbox, livingOf } from '../_kit/sandbox.ts';
import type { AuditStore, DueItem, DueStore } from '../_kit/store.ts';
import { wakeUpEvent } from '../_kit/wake-up.ts';
import { clock } from './contract.ts';

const rereadMinutes = 15;
/** A wake-up that still stands so long after it was due has failed more than once. */
const patienceMinutes = 10;
const putOffMinutes = 5;
/** A sandbox's tick takes at most so much; the next one takes the rest. */
const atOnceMax = 200;

const minuteMs = 60_000;
/** The minutes to look at, the one that has only just begun included. */
const minutesUpTo = (now: string, before: string | undefined): readonly string[] => {
  const last = Math.floor(Date.parse(now) / minuteMs);
  const mark = before === undefined ? last : Date.parse(`${before}:00.000Z`) / minuteMs;
  const count = Math.max(0, last - mark + rereadMinutes + 1);
  return Array.from({ length: count }, (_, at) => minuteOf((mark - rereadMinutes + at) * minuteMs));
};
const minuteOf = (ms: number): string => new Date(ms).toISOString().slice(0, 16);

/** What live tenants have due, from a quarter of an hour before the watermark up to now. */
const dueByMinute = async (due: DueStore, now: string, before: string | undefined): Promise<readonly DueItem[]> => {
  const items: DueItem[] = [];
  for (const minute of minutesUpTo(now, before)) items.push(...(await due.due(minute, now)));
  return items;
};

/** A driver that died may have left its sandbox's clock closed; until it comes again, the sandbox is to be used. */
const reopened = async (clocks: ClockStore, tenant: string, mark: ClockMark, now: string): Promise<void> => {
  const { at, closedSince } = mark;
  if (closedSince !== undefined && closedSince < addMinutes(now, -patienceMinutes))
    await clocks.move(tenant, mark, { at });
};

type Tables = { readonly audit: AuditStore; readonly clocks: ClockStore; readonly due: DueStore };

/** What sandboxes have due by their own clocks. One that is being advanced is driven, and not ticked. */
const dueInSandboxes = async ({ audit, clocks, due }: Tables, now: string): Promise<readonly DueItem[]> => {
  const items: DueItem[] = [];
  for (const tenant of livingOf(await audit.tenants()).filter(isSandbox)) {
    const mark = await clocks.read(tenant);
    if (mark !== undefined && mark.runsSince === undefined) {
      await reopened(clocks, tenant, mark, now);
      continue;
    }
    items.push(...(await due.dueOf(tenant, timeBy(mark, now), atOnceMax)));
  }
  return items;
};

/**
 * Tells what is due to those who do it, again and again until they have taken it away; doing it twice has one effect.
 * What lies too long would end in a minute that no later tick reads, so it is put off, and the tick fails to say so.
 */
export const tick = schedule(clock.schedules.drainDue, async (platform, meter) => {
  const { services } = platform;
  const tables = { audit: platform.audit(meter), clocks: platform.clocks(meter), due: platform.due(meter) };
  const { due } = tables;
  const now = platform.clock.wall();
  const requestId = ownRequestId(platform);
  const before = await due.watermark();
  const live = await dueByMinute(due, now, before);
  const items = [...live, ...(await dueInSandboxes(tables, now))];
  await services.bus.publish(items.map((item) => wakeUpEvent(item, { time: now, requestId })));

  const late = live.filter(({ at }) => at < addMinutes(now, -patienceMinutes));
  for (const item of late) await due.postpone(item, addMinutes(now, putOffMinutes));
  const last = now.slice(0, 16);
  if (last > (before ?? '')) await due.setWatermark(last, before);
  const failing = late.filter(({ at }) => before !== undefined && at.slice(0, 16) <= before);
  if (failing.length > 0)
    throw new Error(`${failing.length} wake-ups failed and were put off by ${putOffMinutes} minutes.`);
});
