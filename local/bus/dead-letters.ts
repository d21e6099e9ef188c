import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CloudEvent } from '../../functions/_kit/cloud-event.ts';
import { plainError } from '../plain-error.ts';

/** An event that a subscriber could not take however often it came. */
export type DeadLetter = {
  readonly subscriber: string;
  readonly attempts: number;
  readonly reason: string;
  readonly at: string;
  readonly event: CloudEvent;
};

/** What became of letters: what somebody decided, and that a replayed one has come to its end. */
export type Note = { readonly settled: Decision } | { readonly ended: string };
export type Decision = {
  readonly id: string;
  readonly how: 'replayed' | 'dropped';
  readonly who: string;
  readonly when: string;
  readonly why?: string;
};

type Line = DeadLetter | Note;
const isNote = (line: Line): line is Note => 'settled' in line || 'ended' in line;

/** A line that was cut off by the end of a program is no letter; its event comes again anyway. */
const lineIn = (text: string): readonly Line[] => {
  try {
    return [JSON.parse(text) as Line];
  } catch {
    return [];
  }
};

/** What is there. A file that cannot be read is no empty one: its letters would be forgotten, and their alarms end. */
const textIn = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((cause: Error & { readonly code?: string }) => {
    if (cause.code === 'ENOENT') return '';
    throw plainError(`The dead letters in ${path} cannot be read (${cause.message}).`, cause);
  });

/** The dead-letter queues of this machine: one file of JSON lines, which restarts add to and nothing is taken from. */
export const deadLetterFile = async (path: string) => {
  const before = await textIn(path);
  const lines = before.split('\n').flatMap(lineIn);
  const letters = lines.filter((line) => !isNote(line));
  const notes = lines.filter(isNote);
  // What is added behind a line that was cut off would be lost with it.
  let lead = before === '' || before.endsWith('\n') ? '' : '\n';
  const append = async (line: Line): Promise<void> => {
    const text = `${lead}${JSON.stringify(line)}\n`;
    lead = '\n';
    await mkdir(dirname(path), { recursive: true });
    await appendFile(path, text, { mode: 0o600 });
    lead = '';
  };
  return {
    /** All that ever were, whatever became of them. */
    letters: letters as readonly DeadLetter[],
    notes: notes as readonly Note[],
    keep: async (letter: DeadLetter): Promise<void> => {
      await append(letter);
      letters.push(letter);
    },
    note: async (note: Note): Promise<void> => {
      await append(note);
      notes.push(note);
    },
  };
};
export type DeadLetters = Awaited<ReturnType<typeof deadLetterFile>>;
