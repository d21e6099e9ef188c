import type { Schedule } from './implement.ts';
import type { Platform } from './platform.ts';
import { ownRequestId } from './react.ts';
import { reactionLine } from './telemetry.ts';

/** Runs a schedule once and writes its line. A throw means: the next tick does what this one could not. */
export const runSchedule = async ({ contract, run }: Schedule, platform: Platform): Promise<void> => {
  const line = {
    operation: contract.id,
    eventId: '',
    requestId: ownRequestId(platform),
    tenant: '',
    startedAt: performance.now(),
    wall: platform.clock.wall(),
    meter: { read: 0, write: 0 },
  };
  try {
    await run(platform, line.meter);
    platform.log(reactionLine({ ...line, outcome: 'ok' }));
  } catch (thrown) {
    const bug = thrown instanceof Error ? thrown.message : String(thrown);
    platform.log({ level: 'error', requestId: line.requestId, bug });
    platform.log(reactionLine({ ...line, outcome: 'failed' }));
    throw thrown;
  }
};

/** The function behind a schedule's timer. */
export const scheduleLambda = (schedule: Schedule, platform: Platform) => (): Promise<void> =>
  runSchedule(schedule, platform);
