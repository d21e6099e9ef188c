import type { Chance } from './chance.ts';

/** How a task ended: with its value, with what it threw, or with its process, of which nobody heard again. */
export type Ending<T> =
  | { readonly how: 'done'; readonly value: T }
  | { readonly how: 'threw'; readonly thrown: unknown }
  | { readonly how: 'crashed' };

/** Work that runs on its own, as an instance of a function does, from one I/O boundary to the next. */
export type Task = {
  readonly name: string;
  /** How far this instance's wall clock is off, in milliseconds. */
  readonly skewMs: number;
  dead: boolean;
};

type Waiting = { readonly task: Task; readonly go: () => void };
type Begin<T> = {
  readonly name: string;
  readonly skewMs?: number;
  readonly work: () => Promise<T>;
  readonly ended: (ending: Ending<T>) => void;
};

/** A turn of the event loop: by then everything that waited for no I/O has run. */
const drained = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Runs tasks one at a time between their I/O boundaries and lets the seed choose who goes on. All I/O of a simulation
 * is immediate, so exactly one task runs between two steps, and one seed is one order of events.
 */
export const createScheduler = (chance: Chance) => {
  let waiting: Waiting[] = [];
  let current: Task | undefined;
  const alive = new Map<Task, (how: 'crashed') => void>();

  const running = (): Task => {
    if (current === undefined) throw new Error('Nothing runs outside a task.');
    return current;
  };

  /** An I/O boundary: the running task stands here until it is chosen again. */
  const gate = (): Promise<void> => {
    const task = running();
    return task.dead ? forever() : new Promise((go) => waiting.push({ task, go }));
  };

  /** The process of the running task dies here: what it awaits never comes, and whatever else it awaited neither. */
  const crash = (): Promise<never> => {
    const task = running();
    task.dead = true;
    waiting = waiting.filter((one) => one.task !== task);
    return forever();
  };

  const buryIfDead = (task: Task): void => {
    if (task.dead) alive.get(task)?.('crashed');
  };

  /** Time ran out for everything that runs: no function lives as long as time is about to pass. */
  const expire = (): void => {
    waiting = [];
    for (const [task, end] of [...alive]) {
      task.dead = true;
      end('crashed');
    }
  };

  const begin = async <T>({ name, skewMs = 0, work, ended }: Begin<T>): Promise<Task> => {
    const task: Task = { name, skewMs, dead: false };
    const settle = (ending: Ending<T>): void => {
      if (alive.delete(task)) ended(ending);
    };
    alive.set(task, (how) => settle({ how }));
    current = task;
    work().then(
      (value) => settle({ how: 'done', value }),
      (thrown) => settle({ how: 'threw', thrown }),
    );
    await drained();
    buryIfDead(task);
    return task;
  };

  /** Lets one of the waiting tasks, or this one, go on to its next boundary. False when it does not wait. */
  const step = async (only?: Task): Promise<boolean> => {
    const at = only === undefined ? chance.below(waiting.length) : waiting.findIndex(({ task }) => task === only);
    const [chosen] = at < 0 ? [] : waiting.splice(at, 1);
    if (chosen === undefined) return false;
    current = chosen.task;
    chosen.go();
    await drained();
    buryIfDead(chosen.task);
    return true;
  };

  return { gate, crash, expire, begin, step, running, waits: () => waiting.length, alive: () => alive.size };
};
export type Scheduler = ReturnType<typeof createScheduler>;

const forever = (): Promise<never> => new Promise(() => {});
