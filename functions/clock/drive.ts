import { addMinutes } from '../../domain/shared/zone.ts';
import { type ClockMark, timeBy } from '../_kit/business-clock.ts';
import { laterOf } from '../_kit/clock.ts';
import type { Meter, Platform } from '../_kit/platform.ts';
import { raise } from '../_kit/signals.ts';
import type { DueItem } from '../_kit/store.ts';
import { wakeUpEvent } from '../_kit/wake-up.ts';

/** How much is read ahead; what comes in between is seen at the next reading. */
const pageSize = 50;
/** How often something due is told before it is put off, so that it holds up no other. */
const tellingsMax = 3;
const putOffMinutes = 5;

export type Journey = {
  readonly tenant: string;
  readonly to: string;
  readonly requestId: string;
  /** Wall time in milliseconds after which it rests, for a function lives no longer. */
  readonly restAt: number;
};
export type Progress = {
  readonly at: string;
  readonly woken: number;
  readonly heldUp: number;
  readonly there: boolean;
};

/** Whoever drives: what it touches of the table is told in its line. */
type Driver = { readonly platform: Platform; readonly meter: Meter };

/** Moves the clock from where it was seen; somebody else who drives it is left to do so. */
const moved = async ({ platform, meter }: Driver, tenant: string, before: ClockMark | undefined, after: ClockMark) => {
  if (!(await platform.clocks(meter).move(tenant, before, after))) raise({ signal: 'raced' });
  return after;
};

const stands = (mark: ClockMark | undefined): mark is ClockMark => mark !== undefined && mark.runsSince === undefined;

/** The clock stands still from here on: between two due instants no time passes. */
const stopped = async (driver: Driver, tenant: string, seen: ClockMark | undefined): Promise<ClockMark> =>
  stands(seen) ? seen : moved(driver, tenant, seen, { at: timeBy(seen, driver.platform.clock.wall()) });

/** Lets a clock run on that a driver stopped who came too late, and died. */
export const runOn = async (driver: Driver, tenant: string, seen: ClockMark | undefined): Promise<void> => {
  if (stands(seen)) await moved(driver, tenant, seen, { at: seen.at, runsSince: driver.platform.clock.wall() });
};

const tell = async ({ clock, services }: Platform, { tenant, requestId }: Journey, items: readonly DueItem[]) => {
  const time = clock.wall();
  await services.bus.publish(items.map((item) => wakeUpEvent(item, { time, requestId })));
  await services.reactions.settled(tenant);
};

/**
 * Has done what is due at the instant at which the clock stands, and all that follows from it. What fails again and
 * again is put off; answers how much that was.
 */
const doneAt = async (driver: Driver, journey: Journey, at: string): Promise<{ woken: number; heldUp: number }> => {
  const { tenant } = journey;
  const { platform, meter } = driver;
  const due = platform.due(meter);
  let woken = 0;
  for (let telling = 0; ; ) {
    const items = await due.dueOf(tenant, at, pageSize);
    if (items.length === 0) return { woken, heldUp: 0 };
    if (telling === tellingsMax) {
      for (const item of items) await due.postpone(item, addMinutes(at, putOffMinutes));
      platform.log({
        level: 'error',
        operation: 'driveClock',
        tenant,
        bug: `${items.length} wake-ups failed at ${at}.`,
      });
      return { woken: woken - items.length, heldUp: items.length };
    }
    // A full page may hold new ones each time; a short one only comes again where something failed.
    if (items.length < pageSize) telling += 1;
    woken += items.length;
    await tell(platform, journey, items);
  }
};

/**
 * Moves a sandbox's clock from one due instant to the next, and does what is due at each before it goes on (design §8).
 * At the journey's end the clock runs on from there. It begins where it was seen before the journey was found to be
 * under way, so whoever drives a journey that is over meanwhile loses the race.
 */
export const drive = async (driver: Driver, journey: Journey, seen: ClockMark | undefined): Promise<Progress> => {
  const { tenant, to, restAt } = journey;
  const { platform, meter } = driver;
  let mark = await stopped(driver, tenant, seen);
  let [woken, heldUp] = [0, 0];
  while (Date.parse(platform.clock.wall()) < restAt) {
    // What a command would make due before the next instant has to be seen, so none is written meanwhile.
    mark = await moved(driver, tenant, mark, { at: mark.at, closedSince: platform.clock.wall() });
    const [next] = await platform.due(meter).dueOf(tenant, to, 1);
    if (next === undefined) {
      const at = laterOf(to, mark.at);
      await moved(driver, tenant, mark, { at, runsSince: platform.clock.wall() });
      return { at, woken, heldUp, there: true };
    }
    mark = await moved(driver, tenant, mark, { at: laterOf(next.at, mark.at) });
    const done = await doneAt(driver, journey, mark.at);
    woken += done.woken;
    heldUp += done.heldUp;
  }
  return { at: mark.at, woken, heldUp, there: false };
};
