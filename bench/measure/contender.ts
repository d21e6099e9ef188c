import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Somebody who does the task: a module's function that gives what to run, once for each number, counted upwards. */
export type Contender = { readonly name: string; readonly module: URL; readonly make: string };

/** A contender in a process of its own. */
export type Measured = {
  /** Processor time of so many operations in milliseconds, of all threads: native code counts as well. */
  readonly measure: (from: number, count: number) => Promise<number>;
  readonly stop: () => void;
};

const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));

const answerOf = async (child: ChildProcess): Promise<unknown> => {
  const { signal, abort } = stopper();
  try {
    const ended = once(child, 'exit', { signal }).then(() => {
      throw new Error('A contender ended before its work was done.');
    });
    const [answer] = await Promise.race([once(child, 'message', { signal }), ended]);
    return answer;
  } finally {
    abort();
  }
};

/** Whoever is not waited for any more must not listen on; that it was stopped is no failure. */
const stopper = () => {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
};

/** Starts a contender, and waits until it is ready. */
export const startContender = async ({ module, make }: Contender): Promise<Measured> => {
  const child = fork(worker, [module.href, make], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await answerOf(child);
  return {
    measure: async (from, count) => {
      child.send({ from, count });
      return Number(await answerOf(child));
    },
    stop: () => void child.kill(),
  };
};
