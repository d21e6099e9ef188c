import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import { plainError } from '../plain-error.ts';
import { readOrMake, writePrivately } from './private-file.ts';

type Tables = Readonly<Record<string, Record<string, unknown>>>;

/** One step as it was taken: a table's name, the name of a thing in it, and the thing. */
const Step = z.array(z.tuple([z.string(), z.string(), z.unknown()]));
type Step = z.infer<typeof Step>;

/** A line that was cut off by the end of a program is no step: nobody was told of it. */
const stepIn = (line: string): Step => {
  try {
    return Step.parse(JSON.parse(line));
  } catch {
    return [];
  }
};

const stepsAt = (path: string): readonly Step[] =>
  existsSync(path) ? readFileSync(path, 'utf8').split('\n').map(stepIn) : [];

const withSteps = (tables: Tables, steps: readonly Step[]): Tables => {
  const after = structuredClone(tables);
  for (const [table, name, value] of steps.flat()) Object.assign(after[table] ?? {}, { [name]: value });
  return after;
};

/**
 * Tables of things by name, in a JSON file with a journal beside it: a step is in the journal before anybody is told of
 * it, so a program that is killed forgets nothing that it has answered, and a step costs its own size and not the
 * book's. The file is written anew, and the journal emptied, at each start and each end.
 */
export const journalledFile = async <T extends Tables>(path: string, schema: z.ZodType<T>, make: () => T) => {
  const journal = path.replace(/\.json$/, '.steps.jsonl');
  const kept = await readOrMake(path, schema, async () => make());
  const steps = stepsAt(journal);
  const read = schema.safeParse(withSteps(kept, steps));
  if (!read.success) throw plainError(`The file ${journal} does not fit ${path}: move both away, then start again.`);
  const book: T = read.data;
  const tables: Tables = book;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(journal, 'a', 0o600);
  const fold = async (): Promise<void> => {
    await writePrivately(path, book);
    truncateSync(journal);
  };
  if (steps.length > 0) await fold();

  let step: Step = [];
  return {
    book,
    put: <K extends keyof T & string>(table: K, name: string, value: T[K][string]): void => {
      Object.assign(tables[table] ?? {}, { [name]: value });
      step.push([table, name, value]);
    },
    /** Everything that was put since the last time becomes one step: all of it is remembered, or nothing. */
    remember: (): void => {
      if (step.length > 0) writeSync(file, `${JSON.stringify(step)}\n`);
      step = [];
    },
    close: async (): Promise<void> => {
      await fold();
      closeSync(file);
    },
  };
};
