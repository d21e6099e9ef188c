import { createLocalJWKSet } from 'jose';
import { jwtTokens } from '../../functions/_adapters/jwt-tokens.ts';
import { revocableTokens } from '../../functions/_adapters/revocable-tokens.ts';
import { createLimiter } from '../../functions/_kit/limiter.ts';
import { guardedServices } from '../../functions/_kit/outside.ts';
import type { Platform, Tokens } from '../../functions/_kit/platform.ts';
import type { Services } from '../../functions/_kit/services.ts';

export type Given = {
  readonly now: string;
  readonly issuer: string;
  readonly jwks: Parameters<typeof createLocalJWKSet>[0];
  readonly offerKey: { readonly kid: string; readonly secret: Uint8Array };
  readonly random: (bytes: number) => Uint8Array;
};

/** Verifies as in the cloud, with the published keys and the list of what was revoked already at hand. */
export const tokensOf = ({ now, issuer, jwks }: Pick<Given, 'now' | 'issuer' | 'jwks'>): Tokens =>
  revocableTokens(
    jwtTokens({ issuer, audience: issuer, keys: createLocalJWKSet(jwks) }, () => now),
    async () => [],
    () => Date.parse(now),
  );

const none = new Proxy({}, { get: () => () => Promise.reject(new Error('A quote touches no table.')) });

/**
 * The platform of the function that quotes, in the middle of its life: what the cloud would have been asked once is
 * there already, time stands still, and the limits are never reached.
 */
export const quotePlatform = (given: Given): Platform => {
  const { now, offerKey, random } = given;
  const services = { offerKeys: { current: async () => offerKey, find: async () => offerKey } } as unknown as Services;
  return {
    ...(none as Platform),
    clock: { wall: () => now, business: async () => now },
    ports: () => ({ random, rememberRefusal: async () => {}, etag: () => undefined, ...guardedServices(services) }),
    tokens: tokensOf(given),
    limiter: createLimiter(1e6),
    services,
    random,
    wait: async () => {},
    log: (line) => void process.stdout.write(`${JSON.stringify(line)}\n`),
    addressOf: () => '198.51.100.7',
    docsUrl: `${given.issuer}/docs`,
  };
};
