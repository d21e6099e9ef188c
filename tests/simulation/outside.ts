import type { FaultKind, Injector } from './faults.ts';
import type { Scheduler } from './scheduler.ts';

/** Calls somebody outside: at its boundary anything may happen, before or after they did what was asked. */
export type Outside = <T>(work: () => T) => Promise<T>;

const lost: ReadonlySet<FaultKind | undefined> = new Set(['server-error', 'timeout-before', 'timeout-after']);

export const outsideOf =
  (scheduler: Scheduler, faults: Injector): Outside =>
  async (work) => {
    await scheduler.gate();
    const fault = faults.at('outside');
    if (fault === 'crash-before') return scheduler.crash();
    const done = fault === 'server-error' || fault === 'timeout-before' ? undefined : { value: work() };
    if (fault === 'crash-after') return scheduler.crash();
    if (done === undefined || lost.has(fault))
      throw Object.assign(new Error(`${fault} (injected)`), { name: 'TimeoutError' });
    return done.value;
  };

/** A secret or a key that its keeper may refuse to give for a moment. */
export type Kept = <T>(work: () => T) => Promise<T>;

export const keptBy =
  (faults: Injector): Kept =>
  async (work) => {
    if (faults.at('secret') !== undefined)
      throw Object.assign(new Error('The secret is unavailable (injected).'), { name: 'KMSInternalException' });
    return work();
  };
