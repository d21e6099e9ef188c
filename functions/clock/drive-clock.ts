import type { ClockProgress } from '../../domain/clock/events.ts';
import type { ClockState } from '../../domain/clock/schema.ts';
import type { CloudEvent } from '../_kit/cloud-event.ts';
import { subscribeBatch } from '../_kit/implement.ts';
import type { Platform } from '../_kit/platform.ts';
import { takeAndLog } from '../_kit/react.ts';
import { runOwnWork } from '../_kit/system.ts';
import { clock as contracts } from './contract.ts';
import { drive, type Progress, runOn } from './drive.ts';

const contract = contracts.subscribers.driveClock;
/** A queue's function lives for half a minute; what is left comes with the event that says how far it went. */
const restAfterMs = 18_000;

type Step = {
  readonly platform: Platform;
  readonly event: CloudEvent;
  readonly meter: { read: number; write: number };
};

const stateOf = async ({ platform, event, meter }: Step): Promise<ClockState | undefined> => {
  const { tenant, subject: id } = event;
  const roots = [{ kind: 'clock', id }];
  const loaded = await platform.store(meter).load({ tenant, roots, claims: [], vaults: [], holds: [] });
  return loaded.roots[0]?.state as ClockState | undefined;
};

const noted = (before: ClockState, { at, woken, heldUp, there }: Progress): ClockProgress => ({
  type: there ? 'clock.advanced' : 'clock.advance-continued',
  data: { clockId: before.clockId, at, woken: before.woken + woken, heldUp: before.heldUp + heldUp },
});

/** Drives the clock for a while and says how far it came; nothing where another repetition has brought it there. */
const step = async (given: Step): Promise<'ok' | 'replayed'> => {
  const { platform, event, meter } = given;
  const { tenant, requestid: requestId } = event;
  const seen = await platform.clocks(meter).read(tenant);
  const before = await stateOf(given);
  if (before?.status !== 'advancing') {
    await runOn(given, tenant, seen);
    return 'replayed';
  }
  const restAt = Date.parse(platform.clock.wall()) + restAfterMs;
  const progress = await drive(given, { tenant, to: before.to, requestId, restAt }, seen);
  return runOwnWork(contract, { tenant, id: event.id, requestId }, given, async (ports) => {
    const { clock } = await ports.load({ clock: before.clockId });
    if (clock?.status !== 'advancing') return;
    await ports.commit({ clock: { events: [noted(clock, progress)], postings: [] } }, () => undefined);
  });
};

export const subscriber = subscribeBatch(contract, async (events, platform) => {
  const failed: string[] = [];
  for (const event of events)
    failed.push(...(await takeAndLog(contract.id, event, platform, (meter) => step({ platform, event, meter }))));
  return failed;
});
