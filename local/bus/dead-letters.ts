import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CloudEvent } from '../../functions/_kit/cloud-event.ts';

/** An event that a subscriber could not take however often it came. */
export type DeadLetter = {
  readonly subscriber: string;
  readonly attempts: number;
  readonly reason: string;
  readonly at: string;
  readonly event: CloudEvent;
};

/** A line that was cut off by the end of a program is no letter; its event comes again anyway. */
const letterIn = (line: string): readonly DeadLetter[] => {
  try {
    return [JSON.parse(line) as DeadLetter];
  } catch {
    return [];
  }
};

const lettersAt = async (path: string): Promise<readonly DeadLetter[]> =>
  (await readFile(path, 'utf8').catch(() => '')).split('\n').flatMap(letterIn);

/** The dead-letter queues of this machine: one file of JSON lines, which restarts add to. */
export const deadLetterFile = async (path: string) => {
  const letters = [...(await lettersAt(path))];
  return {
    letters: letters as readonly DeadLetter[],
    keep: async (letter: DeadLetter): Promise<void> => {
      letters.push(letter);
      await mkdir(dirname(path), { recursive: true });
      await appendFile(path, `${JSON.stringify(letter)}\n`, { mode: 0o600 });
    },
  };
};
export type DeadLetters = Awaited<ReturnType<typeof deadLetterFile>>;
