import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How often a starting server is asked whether it answers yet. */
const pollMs = 10;
/** How long a server may take to end by itself before it is killed. */
const graceMs = 5_000;
const stderrCharactersMax = 2_000;

/** A server of another program, as a child of this process. */
export type ServerProcess = {
  readonly port: number;
  readonly pid: number | undefined;
  readonly stop: () => Promise<void>;
};

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(address)));
    });
  });

/**
 * Takes the child along when this process ends. On a signal, the program's own handlers come first: they may still
 * need the server to end well. Without any, the child is killed and the signal takes its usual course.
 */
const endWithParent = (child: ChildProcess): (() => void) => {
  const kill = () => {
    child.kill('SIGKILL');
  };
  const onSignal = (signal: NodeJS.Signals) => {
    if (process.listenerCount(signal) > 1) return;
    kill();
    process.removeListener(signal, onSignal);
    process.kill(process.pid, signal);
  };
  process.once('exit', kill);
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return () => {
    process.removeListener('exit', kill);
    process.removeListener('SIGINT', onSignal);
    process.removeListener('SIGTERM', onSignal);
  };
};

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );

/**
 * Waits until the child answers HTTP on its port. Throws when it ends before that, with what it wrote to stderr,
 * or when it has not answered in time.
 */
export const whenAnswering = async (child: ChildProcess, port: number, startMsMax: number): Promise<ServerProcess> => {
  let stderr = '';
  let over = false;
  child.stderr?.on('data', (chunk) => {
    stderr = `${stderr}${chunk}`.slice(-stderrCharactersMax);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      stderr += error.message;
      resolve();
    });
    child.once('close', () => resolve());
  }).then(() => {
    over = true;
  });
  const release = endWithParent(child);
  const stop = async () => {
    child.kill('SIGTERM');
    const killer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await ended;
    clearTimeout(killer);
    release();
  };
  const deadline = Date.now() + startMsMax;
  while (!(await answers(port))) {
    if (over || Date.now() > deadline) {
      await stop();
      throw new Error(stderr.trim() || `it did not answer within ${startMsMax} ms`);
    }
    await sleep(pollMs);
  }
  return { port, pid: child.pid, stop };
};
