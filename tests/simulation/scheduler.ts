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
  /** Tells how it ended by itself, so that nobody else needs to. */
  readonly silent?: boolean;
};

/** A turn of the event loop: by then everything that waited for no I/O has run. */
const drained = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The tasks that have not ended, and how each is told its end; every task ends once. */
const register = () => {
  const alive = new Map<Task, () => void>();
  return {
    add: <T>(task: Task, end: (ending: Ending<T>) => void): ((ending: Ending<T>) => void) => {
      const settle = (ending: Ending<T>): void => {
        if (alive.delete(task)) end(ending);
      };
      alive.set(task, () => settle({ how: 'crashed' }));
      return settle;
    },
    bury: (task: Task): void => {
      if (task.dead) alive.get(task)?.();
    },
    all: (): readonly Task[] => [...alive.keys()],
  };
};

/**
 * Runs tasks one at a time between their I/O boundaries and lets the seed choose who goes on. All I/O of a simulation
 * is immediate, so exactly one task runs between two steps, and one seed is one order of events.
 */
export const createScheduler = (chance: Chance, tell: (sentence: string) => void = () => {}) => {
  let waiting: Waiting[] = [];
  let current: Task | undefined;
  const tasks = register();

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

  /** Time ran out for everything that runs: no function lives as long as time is about to pass. */
  const expire = (): void => {
    waiting = [];
    for (const task of tasks.all()) {
      task.dead = true;
      tasks.bury(task);
    }
  };

  const begin = async <T>({ name, skewMs = 0, work, ended, silent = false }: Begin<T>): Promise<Task> => {
    const task: Task = { name, skewMs, dead: false };
    const settle = tasks.add<T>(task, (ending) => {
      if (!silent) tell(`  ${name}: ${ending.how}`);
      ended(ending);
    });
    current = task;
    work().then(
      (value) => settle({ how: 'done', value }),
      (thrown) => settle({ how: 'threw', thrown }),
    );
    await drained();
    tasks.bury(task);
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
    tasks.bury(chosen.task);
    return true;
  };

  return {
    ...{ gate, crash, expire, begin, step, running },
    /** What runs, in words. */
    named: (): string => current?.name ?? 'nobody',
    waits: () => waiting.length,
  };
};
export type Scheduler = ReturnType<typeof createScheduler>;

const forever = (): Promise<never> => new Promise(() => {});
