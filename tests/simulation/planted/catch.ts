import { type ChildProcess, fork } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Hunt, Prey } from './hunt.ts';

const program = fileURLToPath(new URL('hunt.ts', import.meta.url));

const timeout = 120_000;
/** What was loaded for one hunt is never let go of, so that a process ends after so many. */
const huntsMax = 16;

type Hunter = { readonly process: ChildProcess; readonly said: Promise<string>; hunts: number };
const idle: Hunter[] = [];

/** Each hunt loads its files under names of its own, which nobody will look for in a cache of compiled code. */
const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' };

const hunterOf = (): Hunter => {
  const process = fork(program, { env, execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  return { process, said: process.stderr === null ? Promise.resolve('') : text(process.stderr), hunts: 0 };
};

const preyOf = ({ process, said }: Hunter, hunt: Hunt): Promise<Prey> =>
  new Promise((resolve, reject) => {
    const ended = async (_code: number | null, signal: string | null): Promise<void> => {
      clearTimeout(timer);
      reject(new Error(`The hunt ended by ${signal ?? 'itself'} and said: ${(await said).slice(-1_000)}`));
    };
    const timer = setTimeout(() => process.kill(), timeout);
    process.once('exit', ended);
    process.once('message', (prey) => {
      clearTimeout(timer);
      process.off('exit', ended);
      resolve(prey as Prey);
    });
    process.send(hunt);
  });

/**
 * Hunts in a process that hunted before, which has the packages, and loads everything of ours anew: neither a bug nor
 * its absence may outlive a hunt. One that ends badly ends its process.
 */
export const hunted = async (hunt: Hunt): Promise<Prey> => {
  const hunter = idle.pop() ?? hunterOf();
  const prey = await preyOf(hunter, hunt);
  hunter.hunts += 1;
  if (hunter.hunts < huntsMax) idle.push(hunter);
  else hunter.process.disconnect();
  return prey;
};

/** When nothing is left to hunt. */
export const goHome = (): void => {
  for (const { process } of idle.splice(0)) process.disconnect();
};
