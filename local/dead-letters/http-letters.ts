import * as z from 'zod';
import { plainError } from '../plain-error.ts';
import type { DeadLetter, DeadLetters, Dropped, QueueCount, Replayed, Settled } from './port.ts';

const root = '/ops/dead-letters';
const Answered = z.object({ status: z.string() });
/** What a door or the front of the API says of a request that it does not take. */
const Refused = z.union([
  z.object({ error: z.string() }).transform(({ error }) => error),
  z.object({ detail: z.string(), code: z.string() }).transform(({ detail }) => detail),
]);

/** The dead letters of the platform that runs at an address, by its doors. */
export const httpLetters = (url: string): DeadLetters => {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    try {
      return await fetch(`${url}${root}${path}`, init);
    } catch (cause) {
      throw plainError(
        `No platform answers at ${url}: start it with npm start, or name the cloud's by --stage prod.`,
        cause,
      );
    }
  };
  const bad = async (response: Response): Promise<never> => {
    const text = (await response.text()).slice(0, 300);
    throw plainError(`What answers at ${url} is no platform of this version: ${response.status} ${text}`);
  };
  const shown = async <T>(path: string): Promise<T> => {
    const response = await ask(path);
    return response.ok ? ((await response.json()) as T) : bad(response);
  };
  const told = async <T extends Dropped | Replayed>(path: string, body: object): Promise<T> => {
    const headers = { 'content-type': 'application/json' };
    const response = await ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer: unknown = await response.json().catch(() => undefined);
    // Its shape is the port's: the same program answers.
    if (Answered.safeParse(answer).success && response.status < 500) return answer as T;
    const refused = Refused.safeParse(answer);
    if (refused.success) throw plainError(`It was refused. ${refused.data}`);
    throw plainError(`What answers at ${url} is no platform of this version: ${response.status}.`);
  };
  return {
    list: () => shown<readonly DeadLetter[]>(''),
    counts: () => shown<readonly QueueCount[]>('/counts'),
    settled: () => shown<readonly Settled[]>('/settled'),
    read: async (id) => {
      const response = await ask(`/${encodeURIComponent(id)}`);
      if (response.status === 404) return undefined;
      return response.ok ? ((await response.json()) as DeadLetter) : bad(response);
    },
    replay: (id) => told<Replayed>('/replay', { id }),
    drop: (id, { reason }) => told<Dropped>('/drop', { id, reason }),
  };
};
