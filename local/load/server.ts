import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { plainError } from '../plain-error.ts';
import { processorMsOf } from './processor-time.ts';

const program = fileURLToPath(new URL('../main.ts', import.meta.url));
const readyPollMs = 20;
const readyMsMax = 120_000;
const endMsMax = 60_000;
const wordsMax = 4_000;

export type Place = {
  readonly dataFolder: string;
  readonly port: number;
  readonly providerPort: number;
  readonly tenants: readonly string[];
  readonly limitTimes: number;
};

const urlOf = ({ port }: Place): string => `http://127.0.0.1:${port}`;

/** The engine is a program of its own, and says in its folder which. */
const enginesOf = (dataFolder: string): readonly number[] =>
  ['native', 'dynamodb-local']
    .map((name) => join(dataFolder, 'engine', name, 'engine.pid'))
    .map((note) => (existsSync(note) ? Number(readFileSync(note, 'utf8')) : 0))
    .filter((pid) => pid > 1);

/** A platform that dies by SIGKILL leaves its engine behind. */
const killEngines = (dataFolder: string): void => {
  for (const pid of enginesOf(dataFolder)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
};

/** Milliseconds of processor time since the start, of the platform and of the engine. */
export type ProcessorMs = { readonly platform: number; readonly engine: number };

const processorMs = (pid: number | undefined, dataFolder: string): ProcessorMs | undefined => {
  const [platform, engine] = [pid, ...enginesOf(dataFolder)].map((one) => processorMsOf(one ?? 0));
  return platform === undefined || engine === undefined ? undefined : { platform, engine };
};

const untilServing = async (place: Place, child: ChildProcess, words: () => string): Promise<void> => {
  const deadline = Date.now() + readyMsMax;
  const serves = (): Promise<boolean> =>
    fetch(`${urlOf(place)}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
      (response) => response.ok,
      () => false,
    );
  while (!(await serves())) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline)
      throw plainError(`The platform did not start: ${words().trim().slice(-500)}`);
    await wait(readyPollMs);
  }
};

/** Starts the program of `npm start` as a process of its own and waits until it serves. */
export const startServer = async (place: Place) => {
  const { dataFolder, port, providerPort, tenants, limitTimes } = place;
  const { BINDERY_DYNAMODB_ENDPOINT: _anothers, ...environment } = process.env;
  const env = {
    ...environment,
    BINDERY_DATA: dataFolder,
    PORT: String(port),
    PROVIDER_PORT: String(providerPort),
    BINDERY_TENANTS: tenants.join(','),
    BINDERY_LIMITS: String(limitTimes),
  };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-wordsMax);
    });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const orphaned = (): void => {
    child.kill('SIGKILL');
    killEngines(dataFolder);
  };
  process.once('exit', orphaned);
  const end = async (): Promise<void> => {
    await ended;
    process.removeListener('exit', orphaned);
  };
  await untilServing(place, child, () => said);
  return {
    url: urlOf(place),
    providerUrl: `http://127.0.0.1:${providerPort}`,
    said: (): string => said,
    /** Undefined where the machine does not tell. */
    processorMs: (): ProcessorMs | undefined => processorMs(child.pid, dataFolder),
    /** The platform, its provider and its engine die at once and without a word, as when the power fails. */
    kill: async (): Promise<void> => {
      child.kill('SIGKILL');
      killEngines(dataFolder);
      await end();
    },
    /** Ends the platform as Ctrl-C does. */
    stop: async (): Promise<void> => {
      child.kill('SIGINT');
      const patience = setTimeout(() => child.kill('SIGKILL'), endMsMax);
      await end();
      clearTimeout(patience);
    },
  };
};
export type Server = Awaited<ReturnType<typeof startServer>>;
