import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Hunt, Prey } from './hunt.ts';

const run = promisify(execFile);
const program = fileURLToPath(new URL('hunt.ts', import.meta.url));

const timeout = 120_000;
/** How a process ended that did not end well: by a fault of its own, or by somebody's signal. */
type Ended = { readonly signal?: string | null; readonly stderr: string };

/** Hunts in a process of its own, for modules are loaded once: neither a bug nor its absence may outlive a hunt. */
export const hunted = async (hunt: Hunt): Promise<Prey> => {
  const { stdout } = await run(process.execPath, [program, JSON.stringify(hunt)], { timeout }).catch(
    ({ signal, stderr }: Ended) => {
      throw new Error(`The hunt ended by ${signal ?? 'itself'} and said: ${stderr.slice(-1_000)}`);
    },
  );
  return JSON.parse(stdout) as Prey;
};
