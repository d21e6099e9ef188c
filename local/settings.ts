import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainError } from './plain-error.ts';
import type { StartWish } from './start.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const portIn = (name: string, otherwise: number): number => {
  const text = process.env[name];
  if (text === undefined || text === '') return otherwise;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw plainError(`${name} is "${text}", which is no port: set it to a number from 0 to 65535, or leave it unset.`);
};

/** Where the data lie unless the environment says otherwise. */
export const dataFolder = (): string => resolve(root, process.env['BINDERY_DATA'] || '.data');
export const standardPort = 8787;
/** Where the platform of this machine is asked. */
export const localUrl = (): string => `http://localhost:${process.env['PORT'] || standardPort}`;

const timesIn = (text: string | undefined): number => {
  const times = Number(text || 1);
  if (Number.isInteger(times) && times >= 1 && times <= 1_000) return times;
  throw plainError(`BINDERY_LIMITS is "${text}": say a whole number from 1 to 1000, or leave it unset.`);
};

const tenantsIn = (text = ''): readonly string[] => {
  const names = text.split(',').filter((name) => name !== '');
  const wrong = names.find((name) => !/^[a-z0-9-]{3,40}$/.test(name));
  if (wrong === undefined) return names;
  throw plainError(`BINDERY_TENANTS names "${wrong}": a tenant has 3 to 40 small letters, digits and hyphens.`);
};

/**
 * What the environment wishes: PORT, PROVIDER_PORT, BINDERY_DATA, further tenants by BINDERY_TENANTS, and the published
 * limits so many times by BINDERY_LIMITS. Throws a sentence for what makes no sense.
 */
export const wishes = (): Omit<StartWish, 'say'> => ({
  port: portIn('PORT', standardPort),
  providerPort: portIn('PROVIDER_PORT', 0),
  dataFolder: dataFolder(),
  tenants: tenantsIn(process.env['BINDERY_TENANTS']),
  limitTimes: timesIn(process.env['BINDERY_LIMITS']),
});
