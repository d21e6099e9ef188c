import { advanceClock } from '../../domain/clock/advance-clock.ts';
import { refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { isSandbox } from '../_kit/sandbox.ts';
import { clock as contracts } from './contract.ts';
import { clockIdOf, clockView } from './view.ts';

export const endpoint = implement(contracts.endpoints.advanceClock, async ({ tenant, body, now, ports }) => {
  if (!isSandbox(tenant)) return refuse('sandbox-only');
  const clockId = clockIdOf(ports);
  const { clock } = await ports.load({ clock: clockId });
  const decision = advanceClock(clock, body, { clockId, now });
  if (!decision.ok) return decision;
  return ports.commit({ clock: decision.value }, (after) => clockView(clockId, now, after.clock));
});
