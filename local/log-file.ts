import { createWriteStream, renameSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import type { LogLine } from '../functions/_kit/platform.ts';

const name = 'log.jsonl';
/** The log of the program before this one: whoever starts again after a trouble still has to find out what it was. */
const nameBefore = 'log.before.jsonl';
/** So long after a failure nothing is tried; lines of this time are lost, and counted. */
const pauseMs = 10_000;
/** Lines are written together: each write costs as much as a tenth of the request that it tells of. */
const gatherMs = 20;

/** What ticks every second with nothing to do would bury everything else. */
const isQuietTick = (line: LogLine): boolean => line['eventId'] === '' && line['outcome'] === 'ok';

const ofWhat = (line: LogLine): string => {
  const what = line['operation'] ?? line['requestId'] ?? line['eventId'];
  return what === undefined || what === '' ? '' : `${what}: `;
};

const keepBefore = (dataFolder: string): void => {
  try {
    renameSync(join(dataFolder, name), join(dataFolder, nameBefore));
  } catch {
    // There was none, or it cannot be kept: neither may stop the platform.
  }
};

export type LogSetup = {
  readonly dataFolder: string;
  readonly also: (line: LogLine) => void;
  /** Who is told on the terminal. */
  readonly say?: (sentence: string) => void;
  readonly now?: () => number;
};

/**
 * Writes log lines into the data folder, from the start of this program on; bugs are shown on the terminal as well. A
 * log that cannot be written does not take the platform along: it is said, and tried again.
 */
export const logFile = ({ dataFolder, also, say = console.error, now = Date.now }: LogSetup) => {
  keepBefore(dataFolder);
  let stream: WriteStream | undefined;
  let failedAt: number | undefined;
  let lost = 0;
  let gathered: string[] = [];

  const open = (flags: 'a' | 'w'): WriteStream => {
    const opened = createWriteStream(join(dataFolder, name), { flags, mode: 0o600 });
    opened.on('error', (cause) => {
      if (stream !== opened) return;
      stream = undefined;
      failedAt = now();
      say(`The log ${join(dataFolder, name)} cannot be written (${cause.message}): lines are lost until it can be.`);
    });
    return opened;
  };
  /** What came before may have been cut off, so that the first line is a new one. */
  const resumed = (): WriteStream => {
    const opened = open('a');
    opened.write(`\n${JSON.stringify({ level: 'error', bug: `${lost} lines of the log were lost.` })}\n`);
    lost = 0;
    return opened;
  };
  const writeGathered = (): void => {
    const lines = gathered;
    gathered = [];
    if (lines.length === 0) return;
    if (stream === undefined) lost += lines.length;
    else stream.write(lines.join(''));
  };
  const write = (line: LogLine): void => {
    if (stream === undefined && failedAt !== undefined && now() - failedAt >= pauseMs) stream = resumed();
    if (stream === undefined) {
      lost += 1;
      return;
    }
    if (gathered.length === 0) setTimeout(writeGathered, gatherMs);
    gathered.push(`${JSON.stringify(line)}\n`);
  };

  stream = open('w');
  return {
    log: (line: LogLine): void => {
      if (isQuietTick(line)) return;
      also(line);
      write(line);
      if (line['bug'] !== undefined) say(`${ofWhat(line)}${line['bug']}`);
    },
    close: (): Promise<void> =>
      new Promise((closed) => {
        writeGathered();
        if (stream === undefined) closed();
        else stream.end(() => closed());
      }),
  };
};
