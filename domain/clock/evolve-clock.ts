import type { ClockEvent } from './events.ts';
import type { ClockState } from './schema.ts';

/** Folds a clock's events. Its first one asks for an advance, so any other first event is a bug. */
export const evolveClock = (before: ClockState | undefined, event: ClockEvent): ClockState => {
  if (event.type === 'clock.advance-requested') return { ...event.data, status: 'advancing', woken: 0, heldUp: 0 };
  if (before === undefined) throw new Error(`${event.type} of a clock that nobody moved.`);
  const { woken, heldUp } = event.data;
  return { ...before, woken, heldUp, status: event.type === 'clock.advanced' ? 'ready' : 'advancing' };
};
