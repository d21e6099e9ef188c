import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { LogLine } from '../functions/_kit/platform.ts';

/** What ticks every second with nothing to do would bury everything else. */
const isQuietTick = (line: LogLine): boolean => line['eventId'] === '' && line['outcome'] === 'ok';

/** Writes log lines into the data folder, from the start of this program on; bugs are shown on the terminal as well. */
export const logFile = (dataFolder: string, also: (line: LogLine) => void) => {
  const stream = createWriteStream(join(dataFolder, 'log.jsonl'), { flags: 'w', mode: 0o600 });
  // A full disk shows itself in the engine; a log that cannot be written must not take the platform along.
  stream.on('error', () => undefined);
  return {
    log: (line: LogLine): void => {
      if (isQuietTick(line)) return;
      also(line);
      stream.write(`${JSON.stringify(line)}\n`);
      if (line['bug'] !== undefined) console.error(`${line['operation'] ?? line['requestId'] ?? ''}: ${line['bug']}`);
    },
    close: (): Promise<void> => new Promise((closed) => stream.end(() => closed())),
  };
};
