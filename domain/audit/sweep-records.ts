import { addMinutes } from '../shared/zone.ts';

/**
 * A record that is not audited after five minutes was lost on its way; one that is not after a day was lost twice.
 */
const ages = [5, 24 * 60];
/** A tick may come late or not at all, so each looks at what its two predecessors should have seen. */
const ticks = [0, 1, 2];

/** The minutes whose records a sweep at this instant looks at, as `2026-11-23T08:00` (design §4). */
export const sweptMinutes = (now: string): readonly string[] =>
  ages.flatMap((age) => ticks.map((tick) => addMinutes(now, -age - tick).slice(0, 16)));
