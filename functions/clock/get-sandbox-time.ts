import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { isSandbox } from '../_kit/sandbox.ts';
import { clock } from './contract.ts';

export const endpoint = implement(clock.endpoints.getSandboxTime, async ({ tenant, now }) =>
  isSandbox(tenant) ? accept({ now }) : refuse('sandbox-only'),
);
