import { accept } from '../../domain/shared/decision.ts';
import { plusSeconds } from '../_kit/clock.ts';
import { implement } from '../_kit/implement.ts';
import { partners } from './contract.ts';

/** Tokens live five minutes, and clocks differ by less than ten. */
const rememberedSeconds = 15 * 60;

export const endpoint = implement(partners.endpoints.getRevocations, async ({ wall, ports }) => {
  const since = plusSeconds(wall, -rememberedSeconds);
  return accept({ since, revoked: await ports.revokedSince(since) });
});
