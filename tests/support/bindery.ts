import type { HeedReply } from '../../local/load/http.ts';
import { type StartWish, startBindery as start } from '../../local/start.ts';
import { exchangeAt } from './held/exchange.ts';
import { heed } from './held/held.ts';

export type { Bindery } from '../../local/start.ts';

/** Starts the whole platform as `npm start` does, and holds each of its answers to the OpenAPI document. */
export const startBindery = (wish: StartWish) =>
  start({
    ...wish,
    heed: (asked, answer) => {
      const exchange = exchangeAt(asked, answer);
      if (exchange !== undefined) heed(exchange);
    },
  });

const joined = (headers: NodeJS.Dict<string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, values = []]) => [name, values.join(', ')]));

/** Holds what a platform in another process answered to the OpenAPI document, as `npm run load` hears it. */
export const heedReply: HeedReply = (sent, { statusCode, headers, body }) => {
  const { pathname, search } = new URL(sent.url);
  const asked = { method: sent.method, target: `${pathname}${search}`, headers: sent.headers ?? {} };
  const answer = { statusCode, headers: joined(headers), body };
  const exchange = exchangeAt({ ...asked, ...(sent.body !== undefined && { body: Buffer.from(sent.body) }) }, answer);
  // While it starts, a server has no entries yet, and so cannot know in whose form this one would be refused.
  const isStarting = exchange?.operation.operationId === 'issueToken' && statusCode === 503;
  if (exchange !== undefined && !isStarting) heed(exchange);
};
