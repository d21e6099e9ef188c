import { readFileSync } from 'node:fs';

/** Linux tells processor time in hundredths of a second, whatever its own clock ticks in (`man 5 proc_pid_stat`). */
const msPerTick = 10;

/** User and system time in the words of `/proc/<pid>/stat`; the name before them may hold spaces and brackets. */
export const processorMsIn = (stat: string): number => {
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(afterName[11]) + Number(afterName[12])) * msPerTick;
};

/** The processor time that a program has used since its start; undefined where the machine does not tell. */
export const processorMsOf = (pid: number): number | undefined => {
  try {
    return processorMsIn(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined;
  }
};
