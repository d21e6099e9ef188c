import { spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Something that Lambda could run: a file whose `handler` answers an event, and what it finds in its environment. */
export type Startable = {
  readonly bundle: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The first event; left out, the bundle is only imported. Made anew for each start, for tokens end. */
  readonly event?: () => Promise<object>;
  /** How often it is called afterwards. */
  readonly warmCalls?: number;
};

/** Processor time of one start, in milliseconds, of the whole process; and wall time until its parent heard of it. */
export type Start = {
  readonly importCpu: number;
  readonly firstCpu: number;
  readonly wholeCpu: number;
  readonly wall: number;
  readonly warmCallUs: number | undefined;
  readonly answer: unknown;
};

type Said = { booted: number; imported: number; answered: number; answer?: unknown; warmCallUs?: number };

const child = fileURLToPath(new URL('child.mjs', import.meta.url));
const patienceMs = 60_000;

/**
 * What a process of ours hands down to a child that is measured: nothing. A compile cache or a debugger in our own
 * environment would make it another process than Lambda's.
 */
const bareEnvironment = { PATH: process.env['PATH'] ?? '', TZ: 'UTC' };

/** Puts together what a child said, line by line. Throws where it said too little. */
export const startOf = (said: string, wall: number): Start => {
  const words: Partial<Said> = Object.assign(
    {},
    ...said
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  );
  const { booted, imported, answered, answer, warmCallUs } = words;
  if (booted === undefined || imported === undefined || answered === undefined)
    throw new Error(`A start ended before its time: ${said || 'it said nothing'}`);
  return {
    importCpu: imported - booted,
    firstCpu: answered - imported,
    wholeCpu: answered,
    wall,
    warmCallUs,
    answer,
  };
};

/** Starts a process, and waits for its end. Throws its own words when it fails. */
export const start = async ({ bundle, environment, event, warmCalls = 0 }: Startable): Promise<Start> => {
  const first = event === undefined ? '' : JSON.stringify(await event());
  const startedAt = performance.now();
  const process_ = spawn(process.execPath, [child, pathToFileURL(bundle).href, first, String(warmCalls)], {
    env: { ...bareEnvironment, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    timeout: patienceMs,
    killSignal: 'SIGKILL',
  });
  let said = '';
  let wall = 0;
  let log = '';
  process_.stdio[3]?.on('data', (chunk) => {
    if (said === '') wall = performance.now() - startedAt;
    said += chunk;
  });
  for (const stream of [process_.stdout, process_.stderr])
    stream?.on('data', (chunk) => (log = `${log}${chunk}`.slice(-4_000)));
  const code = await new Promise((resolve, reject) => process_.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`${bundle} did not start: ${log}`);
  return startOf(said, wall);
};
