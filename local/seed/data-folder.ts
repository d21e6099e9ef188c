import { createHash } from 'node:crypto';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainError } from '../plain-error.ts';

/** Where the one program that uses a data folder listens: the system frees it however the program ends. */
const gateOf = (folder: string): string => {
  const name = `bindery-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
};

const isAnswered = (gate: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(gate);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

const hold = (gate: string): Promise<() => Promise<void>> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(gate, () => {
      server.unref();
      resolve(() => new Promise((closed) => server.close(() => closed())));
    });
  });

/** Makes the data folder and takes it for this program alone; gives back how to let go of it. */
export const takeDataFolder = async (folder: string): Promise<() => Promise<void>> => {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw plainError(
      `The data folder ${folder} cannot be made: allow this user to write there, ` +
        'or set BINDERY_DATA to another folder.',
      cause,
    );
  }
  const gate = gateOf(await realpath(folder));
  if (await isAnswered(gate))
    throw plainError(
      `Another Bindery already uses the data folder ${folder}: stop it, or set BINDERY_DATA to another folder.`,
    );
  // What a program that was killed left behind answers nobody.
  await rm(gate, { force: true });
  return hold(gate);
};
