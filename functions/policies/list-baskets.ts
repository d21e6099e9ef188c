import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { policies } from './contract.ts';

export const endpoint = implement(policies.endpoints.listBaskets, async ({ query, ports }) =>
  accept(await ports.list('basket', query)),
);
