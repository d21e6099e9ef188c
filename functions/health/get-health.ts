import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { health } from './contract.ts';

export const endpoint = implement(health.endpoints.getHealth, async ({ wall }) => accept({ status: 'ok', at: wall }));
