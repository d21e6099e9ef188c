import type { Clock, Instant } from './clock.ts';
import { outside } from './outside.ts';
import type { Platform } from './platform.ts';
import { isSandbox } from './sandbox.ts';

/**
 * Where a sandbox's clock stands: its business time at an instant of wall time from which it runs on, or for good until
 * it is moved again. While it is closed nothing can be written there: whoever drives it looks for what is due next, and
 * nothing may come in between.
 */
export type ClockMark = { readonly at: Instant; readonly runsSince?: Instant; readonly closedSince?: Instant };

/** How far sandboxes have moved their clocks; a tenant that never did has no mark. */
export type ClockStore = {
  /** Consistent. */
  read(tenant: string): Promise<ClockMark | undefined>;
  /** Moves a clock unless somebody else moved it meanwhile; false then, and where nobody can say. */
  move(tenant: string, before: ClockMark | undefined, after: ClockMark): Promise<boolean>;
};

/** The business time that a mark gives at a wall time. */
export const timeBy = (mark: ClockMark | undefined, wall: Instant): Instant => {
  if (mark === undefined) return wall;
  if (mark.runsSince === undefined) return mark.at;
  const passed = Math.max(0, Date.parse(wall) - Date.parse(mark.runsSince));
  return new Date(Date.parse(mark.at) + passed).toISOString();
};

/** Real time for live tenants, who have no other; a sandbox's own time for a sandbox (design §8). */
export const tenantClock = (clocks: Platform['clocks'], wall: () => Instant): Clock => ({
  wall,
  business: (tenant, meter) =>
    isSandbox(tenant) ? outside(async () => timeBy(await clocks(meter).read(tenant), wall())) : Promise.resolve(wall()),
});
