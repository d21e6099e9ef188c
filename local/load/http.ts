import { Agent, request } from 'node:http';

export type Sent = {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs?: number;
};
export type Reply = {
  readonly status: number;
  readonly text: string;
  readonly replayed: boolean;
  readonly retryAfter?: string | undefined;
};

const timeoutMsUsual = 15_000;

/** Sees every whole answer with its request: tests hold them to the OpenAPI document. */
export type HeedReply = (
  sent: Sent,
  reply: { readonly statusCode: number; readonly headers: NodeJS.Dict<string[]>; readonly body: string },
) => void;

/**
 * One request over a connection that is kept. Throws when no whole answer came: refused, reset, or too late; then
 * nobody knows whether anything was done.
 */
export const httpClient = (connections: number, heed?: HeedReply) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const send = (sent: Sent): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const { url, method, headers = {}, body, timeoutMs = timeoutMsUsual } = sent;
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const asked = request(url, { method, agent, headers: { ...headers, ...length } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          if (!response.complete) return reject(new Error('The answer was cut off.'));
          const replayed = response.headers['idempotent-replayed'] === 'true';
          const retryAfter = response.headers['retry-after'];
          const text = Buffer.concat(chunks).toString('utf8');
          heed?.(sent, { statusCode: response.statusCode ?? 0, headers: response.headersDistinct, body: text });
          resolve({ status: response.statusCode ?? 0, text, replayed, retryAfter });
        });
      });
      asked.setTimeout(timeoutMs, () => asked.destroy(new Error('No answer in time.')));
      asked.on('error', reject);
      asked.end(body);
    });
  return { send, close: (): void => agent.destroy() };
};
export type HttpClient = ReturnType<typeof httpClient>;
