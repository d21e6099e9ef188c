import type { IncomingMessage } from 'node:http';
import type { RequestOptions } from 'node:https';

type Asking = { readonly headers?: Readonly<Record<string, string>>; readonly patienceMs: number };
type Answer = { readonly status: number; readonly body: unknown };

/** Taken from the process, and not imported: as an ES module `node:http` loads all that `fetch` is made of. */
const getOf = ({ protocol }: URL) => process.getBuiltinModule(protocol === 'https:' ? 'node:https' : 'node:http').get;

const ask = (url: URL, options: RequestOptions): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const sent = getOf(url)(url, options, resolve);
    sent.on('error', (error) => {
      // The other side may have closed a kept connection while this function was frozen; only its use tells.
      if (sent.reusedSocket) resolve(ask(url, { ...options, agent: false }));
      else reject(error);
    });
  });

/**
 * Gets a JSON document, and gives it up in time. Three such answers stand before the first price of a function that was
 * just started, and the first `fetch` of a process costs as much processor time as the rest of that start.
 */
export const getJson = async (url: URL, { headers = {}, patienceMs }: Asking): Promise<Answer> => {
  const response = await ask(url, {
    headers: { accept: 'application/json', ...headers },
    signal: AbortSignal.timeout(patienceMs),
  });
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk;
  return { status: response.statusCode ?? 0, body: JSON.parse(text) };
};
