import { existsSync, readdirSync } from 'node:fs';
import type { Capability } from './contract.ts';
import { kebab } from './contract.ts';
import { assertLongEnough } from './deprecations.ts';

const functionsFolder = new URL('..', import.meta.url);

const isCapability = (value: unknown): value is Capability =>
  typeof value === 'object' &&
  value !== null &&
  ['name', 'endpoints', 'subscribers', 'schedules'].every((k) => k in value);

const capabilityIn = async (folder: string): Promise<Capability> => {
  const exported: object = await import(new URL(`${folder}/contract.ts`, functionsFolder).href);
  const [found, ...more] = Object.values(exported).filter(isCapability);
  if (found === undefined || more.length > 0)
    throw new Error(`functions/${folder}/contract.ts exports one capability and no other.`);
  if (found.name !== folder) throw new Error(`functions/${folder}/contract.ts declares the capability ${found.name}.`);
  Object.values(found.endpoints).forEach(assertLongEnough);
  return found;
};

/** Every capability that has a contract, by name. The local server, the cloud and the reference docs begin here. */
export const loadCapabilities = async (): Promise<readonly Capability[]> => {
  const folders = readdirSync(functionsFolder)
    .filter((name) => !name.startsWith('_') && existsSync(new URL(`${name}/contract.ts`, functionsFolder)))
    .toSorted();
  return Promise.all(folders.map(capabilityIn));
};

/** The file of an entry, from the repository's root: `functions/policies/bind-policy.ts`. */
export const entryFileOf = (capability: string, id: string): string => `functions/${capability}/${kebab(id)}.ts`;
