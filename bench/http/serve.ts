import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../local/engine/server-process.ts';

const tellsCpu = new URL('./tells-cpu.ts', import.meta.url).href;
const readyMsMax = 60_000;

/** A program that serves, as a process of its own. */
export type Served = {
  readonly url: string;
  /** Microseconds of processor time since its start, of all its threads. */
  readonly cpuUs: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

const untilAnswering = async (url: string, child: ChildProcess, words: () => string): Promise<void> => {
  const deadline = Date.now() + readyMsMax;
  // Whatever is answered comes from a server that serves; ours says 503 until it does.
  const answers = () =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }).then(
      ({ status }) => status !== 503,
      () => false,
    );
  while (!(await answers())) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`${url} does not answer: ${words()}`);
    await wait(20);
  }
};

/** Starts a program of this folder or of `local/`, on a free port that it is told by its environment. */
export const serve = async (program: string, environment: NodeJS.ProcessEnv = {}): Promise<Served> => {
  const port = await freePort();
  const { NODE_COMPILE_CACHE: _cache, BINDERY_DYNAMODB_ENDPOINT: _anothers, ...inherited } = process.env;
  const env = { ...inherited, NODE_ENV: 'production', ...environment, PORT: String(port) };
  const file = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, [`--import=${tellsCpu}`, file], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-2_000);
    });
  const ended = once(child, 'close');
  const orphaned = (): void => void child.kill('SIGTERM');
  process.once('exit', orphaned);
  const url = `http://127.0.0.1:${port}`;
  await untilAnswering(`${url}/v1/quotes`, child, () => said);
  return {
    url,
    cpuUs: async () => {
      const told = once(child, 'message');
      child.send('cpu');
      const [us] = await told;
      return Number(us);
    },
    stop: async () => {
      process.removeListener('exit', orphaned);
      child.kill('SIGTERM');
      await ended;
    },
  };
};
