import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Hunt, Prey } from './hunt.ts';

const run = promisify(execFile);
const program = fileURLToPath(new URL('hunt.ts', import.meta.url));

/** Hunts in a process of its own, for modules are loaded once: neither a bug nor its absence may outlive a hunt. */
export const hunted = async (hunt: Hunt): Promise<Prey> => {
  const { stdout } = await run(process.execPath, [program, JSON.stringify(hunt)], { timeout: 120_000 });
  return JSON.parse(stdout) as Prey;
};
