import type { IncomingHttpHeaders, IncomingMessage, Agent as PlainAgent, RequestOptions } from 'node:http';

/** How long one attempt waits for a connection, and how long for the end of the answer. */
export type Patience = { readonly connectMs: number; readonly answerMs: number };
export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly bytes: Buffer };

/** A name that the SDK's rules of trying again know. */
const timeout = (message: string): Error => Object.assign(new Error(message), { name: 'TimeoutError' });

/** As many connections as the SDK opens. */
const maxSockets = 50;

const whole = (response: IncomingMessage, done: (bytes: Buffer) => void): void => {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => done(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
};

/**
 * Posts to one address over connections that are kept. An answer that does not come, or does not end, in time is given
 * up with its connection.
 */
export const exchangeWith = (url: URL, { connectMs, answerMs }: Patience) => {
  // Taken from the process, and not imported: as an ES module `node:http` loads all that `fetch` is made of.
  const { Agent, request } = process.getBuiltinModule(url.protocol === 'https:' ? 'node:https' : 'node:http');
  const agent: PlainAgent = new Agent({ keepAlive: true, maxSockets });
  // A literal address of version 6 stands in brackets in a URL, and in none here.
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');

  const post = (headers: NonNullable<RequestOptions['headers']>, body: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const timers: NodeJS.Timeout[] = [];
      const after = (ms: number, message: string): NodeJS.Timeout => {
        const timer = setTimeout(() => {
          fail(timeout(message));
          sent.destroy();
        }, ms);
        timers.push(timer);
        return timer;
      };
      const end = (): void => timers.forEach(clearTimeout);
      const fail = (error: Error): void => {
        end();
        reject(error);
      };
      const options = { agent, host, port: url.port, method: 'POST', path: url.pathname, headers };
      const sent = request(options, (response) => {
        response.on('error', fail);
        whole(response, (bytes) => {
          end();
          resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes });
        });
      });
      after(answerMs, `There was no answer within ${answerMs} ms.`);
      sent.on('socket', (socket) => {
        if (!socket.connecting) return;
        const timer = after(connectMs, `Nobody could be reached within ${connectMs} ms.`);
        socket.once('connect', () => clearTimeout(timer));
      });
      sent.on('error', fail).end(body);
    });
  return { post, destroy: (): void => agent.destroy() };
};
