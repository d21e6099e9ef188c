import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

type Got = { readonly headers: IncomingMessage['headers']; readonly body: string };

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
};

/** A real receiver on this machine, which counts who connects and remembers what it got. */
export const aReceiver = async (answer: (response: ServerResponse, got: Got) => void) => {
  const got: Got[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const listen: RequestListener = async (request, response) => {
    const letter = { headers: request.headers, body: await bodyOf(request) };
    got.push(letter);
    answer(response, letter);
  };
  const server = createServer(listen);
  server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ port, got: got as readonly Got[], url: `http://localhost:${port}/hooks` },
    connections: (): number => connections,
    /** What all of its sockets have written so far. */
    written: (): number => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
    close: async (): Promise<void> => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
};
export type Receiver = Awaited<ReturnType<typeof aReceiver>>;
