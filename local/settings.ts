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

/** What the environment wishes: PORT, PROVIDER_PORT and BINDERY_DATA. Throws a sentence for a port that is none. */
export const wishes = (): Omit<StartWish, 'say'> => ({
  port: portIn('PORT', standardPort),
  providerPort: portIn('PROVIDER_PORT', 0),
  dataFolder: dataFolder(),
});
