import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { partners } from './contract.ts';

export const endpoint = implement(partners.endpoints.getTokenKeys, async ({ ports }) =>
  accept({ keys: await ports.tokenSigner.keys() }),
);
