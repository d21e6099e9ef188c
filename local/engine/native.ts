import { execFileSync, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { freePort, type ServerProcess, whenAnswering } from './server-process.ts';

const startMsMax = 10_000;
/** Between choosing a free port and listening on it somebody else may take it. */
const portAttemptsMax = 3;

/** The native engine's program; undefined where npm has none for this platform or it does not run here. */
export const nativeProgram = (): string | undefined => {
  try {
    const packageFile = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json');
    const program = join(dirname(packageFile), 'dynoxide');
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return program;
  } catch {
    return undefined;
  }
};

/** Starts the native engine on a free port, over a database file or in memory; throws its own words when it cannot. */
export const startNative = async (program: string, file: string | undefined, attempt = 1): Promise<ServerProcess> => {
  const port = await freePort();
  const storage = file === undefined ? [] : ['--db-path', file];
  const child = spawn(program, ['serve', '--port', String(port), ...storage], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    return await whenAnswering(child, port, startMsMax);
  } catch (error) {
    if (attempt >= portAttemptsMax || !String(error).includes('already in use')) throw error;
    return startNative(program, file, attempt + 1);
  }
};
