import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { isSandbox } from '../_kit/sandbox.ts';
import { clock as contracts } from './contract.ts';
import { clockIdOf, clockView } from './view.ts';

export const endpoint = implement(contracts.endpoints.getClock, async ({ tenant, now, ports }) => {
  if (!isSandbox(tenant)) return refuse('sandbox-only');
  const clockId = clockIdOf(ports);
  const { clock } = await ports.load({ clock: clockId });
  return accept(clockView(clockId, now, clock));
});
