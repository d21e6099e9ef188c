import { setTimeout as wait } from 'node:timers/promises';
import { type Chance, momentsIn } from './chance.ts';
import { type Place, type Server, startServer } from './server.ts';

/** How long the platform stays away after a kill, at most. */
const awayMsMax = 300;

type Setup = { readonly place: Place; readonly spanMs: number; readonly kills: number; readonly chance: Chance };

/**
 * Kills the platform at random moments of the span and starts it again over the same data. Moments that come while it
 * is still starting are kept for afterwards, so that it dies as often as was asked for.
 */
export const keepKilling = async (first: Server, { place, spanMs, kills, chance }: Setup) => {
  const began = performance.now();
  const startMs: number[] = [];
  let server = first;
  for (const moment of momentsIn(chance, spanMs, kills)) {
    await wait(Math.max(0, moment - (performance.now() - began)));
    await server.kill();
    await wait(awayMsMax * chance.next());
    const started = performance.now();
    server = await startServer(place);
    startMs.push(performance.now() - started);
  }
  return { server, startMs };
};
