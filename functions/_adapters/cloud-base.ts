import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '../_kit/clock.ts';
import { createLimiter } from '../_kit/limiter.ts';
import type { Platform } from '../_kit/platform.ts';
import { viewerAddress } from '../_kit/settings.ts';
import { setting } from './environment.ts';
import { issuerKeys, publishedKeys } from './issuer-keys.ts';
import { jwtTokens } from './jwt-tokens.ts';
import { randomPool } from './random-pool.ts';
import { revocableTokens } from './revocable-tokens.ts';
import { revokedDocument } from './revoked-document.ts';

/** What every function of the cloud has, whatever it touches: time, chance, tokens and a log. */
export const cloudBase = (): Pick<
  Platform,
  'clock' | 'tokens' | 'limiter' | 'random' | 'wait' | 'log' | 'docsUrl' | 'addressOf'
> => ({
  clock: systemClock,
  tokens: revocableTokens(
    jwtTokens(
      {
        issuer: setting('issuer'),
        audience: setting('audience'),
        keys: issuerKeys(publishedKeys(setting('jwksUrl')), Date.now),
      },
      systemClock.wall,
    ),
    revokedDocument(setting('jwksUrl')),
    Date.now,
  ),
  limiter: createLimiter(),
  random: randomPool(),
  wait: async (ms) => {
    await wait(ms);
  },
  // Past the console, which would put a prefix before the line and so hide its metrics from CloudWatch.
  log: (line) => void process.stdout.write(`${JSON.stringify(line)}\n`),
  // The edge overwrites what a caller sent there, and nobody reaches us but through the edge.
  addressOf: ({ headers }) => headers[viewerAddress],
  docsUrl: setting('docsUrl'),
});
