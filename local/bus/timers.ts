import type { Schedule } from '../../functions/_kit/implement.ts';
import type { Platform } from '../../functions/_kit/platform.ts';
import { runSchedule } from '../../functions/_kit/run-schedule.ts';

const minuteMs = 60_000;
/** What is due is looked at more often than in the cloud, so that a person who tries things out need not wait. */
const dueEveryMs = 1_000;

const drainsDue = ({ contract }: Schedule): boolean => contract.internals?.includes('due') ?? false;

/** Runs the schedules by timers; a tick that finds the one before still running is left out. */
export const startTimers = (schedules: readonly Schedule[], platform: () => Platform) => {
  const running = new Map<string, Promise<void>>();
  const tick = (schedule: Schedule): Promise<void> => {
    const { id } = schedule.contract;
    const before = running.get(id);
    if (before !== undefined) return before;
    // A failure has written its line; the next tick does what this one could not.
    const run = runSchedule(schedule, platform())
      .catch(() => undefined)
      .finally(() => running.delete(id));
    running.set(id, run);
    return run;
  };
  const timers = schedules.map((schedule) =>
    setInterval(
      () => void tick(schedule),
      drainsDue(schedule) ? dueEveryMs : schedule.contract.everyMinutes * minuteMs,
    ).unref(),
  );
  return {
    /**
     * Fires everything that is due now; a tick that is under way may have begun too early, so it is waited for first.
     */
    drainDue: async (): Promise<void> => {
      for (const schedule of schedules.filter(drainsDue)) {
        await running.get(schedule.contract.id);
        await tick(schedule);
      }
    },
    stop: async (): Promise<void> => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running.values());
    },
  };
};
