import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const pidFile = (place: string): string => join(place, 'engine.pid');

/** What a process was started with; empty where there is none, or where nobody can say. */
const commandOf = (pid: number): string => {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  } catch {
    return '';
  }
};

/** Remembers which engine serves this place. */
export const noteEngine = (place: string, pid: number): void => writeFileSync(pidFile(place), String(pid));

/**
 * Ends an engine that a killed program left behind over the same place: two engines over one file would not see each
 * other's writes in time. A process that took the number since is left alone, for its command does not name the place.
 */
export const endLeftover = (place: string): void => {
  if (!existsSync(pidFile(place))) return;
  const pid = Number(readFileSync(pidFile(place), 'utf8'));
  if (Number.isSafeInteger(pid) && pid > 1 && commandOf(pid).includes(place)) process.kill(pid, 'SIGKILL');
};
