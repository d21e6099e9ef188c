import { connect } from 'node:net';

/** So long nothing has come before the sender closes its side, and so long until nobody waits any more. */
const quietMs = 80;
const patienceMs = 8_000;

export type Said = { readonly statuses: readonly number[]; readonly text: string; readonly hung: boolean };

const statusesIn = (text: string): readonly number[] =>
  [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));

/**
 * Sends bytes as they are and listens until the other side has closed. A server may answer, or close; it may not keep a
 * sender waiting who has nothing more to send.
 */
export const exchange = (port: number, bytes: Buffer): Promise<Said> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    let quiet = setTimeout(() => socket.end(), quietMs);
    const patience = setTimeout(() => finish(true), patienceMs);
    const finish = (hung: boolean): void => {
      clearTimeout(quiet);
      clearTimeout(patience);
      socket.destroy();
      const text = Buffer.concat(chunks).toString('latin1');
      resolve({ statuses: statusesIn(text), text, hung });
    };
    socket.on('connect', () => socket.write(bytes));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      clearTimeout(quiet);
      quiet = setTimeout(() => socket.end(), quietMs);
    });
    socket.on('close', () => finish(false));
    // A reset is a way to close, too.
    socket.on('error', () => undefined);
  });
