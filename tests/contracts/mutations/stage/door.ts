import { maxBodyBytesOf } from '../../../../functions/_kit/http/parse.ts';
import type { HttpResponse } from '../../../../functions/_kit/http/state.ts';
import type { Endpoint } from '../../../../functions/_kit/implement.ts';
import type { Platform } from '../../../../functions/_kit/platform.ts';
import { type DoorRefusal, doorProblem } from '../../../../local/server/door-problems.ts';
import { routesOf } from '../../../../local/server/routes.ts';
import { eventOf, urlOf } from '../../../../local/server/to-event.ts';
import type { Wire } from '../request.ts';

export type Answered = HttpResponse & {
  /** The endpoint that the request reached, where it reached one. */
  readonly endpoint: Endpoint | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly path: string;
};

const headersOf = (wire: Wire): Record<string, string[]> => {
  const headers: Record<string, string[]> = Object.create(null);
  for (const [name, value] of wire.headers) {
    const key = name.toLowerCase();
    headers[key] = [...(headers[key] ?? []), value];
  }
  return headers;
};

const first = (headers: Record<string, string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, values.join(', ')]));

/**
 * The way of a request through the local server without its socket: the same routes, groups of functions and events.
 * What a parser of HTTP would not let through gets in here, for the gateway of the cloud has another parser.
 */
export const doorOf = (endpoints: readonly Endpoint[], platform: Platform) => {
  const routes = routesOf(endpoints, platform);
  return async (wire: Wire): Promise<Answered> => {
    const headersDistinct = headersOf(wire);
    const refuse = (code: DoorRefusal, facts = {}): Answered => ({
      ...doorProblem(code, platform, { headers: first(headersDistinct), facts }),
      ...{ endpoint: undefined, params: {}, path: '' },
    });
    const url = urlOf(wire.target);
    if (url === undefined) return refuse('malformed-url');
    const match = routes.match(wire.method, url.pathname);
    if (match.found === 'other-methods') return refuse('method-not-allowed', { allow: [...match.allow] });
    const entry = match.found === 'entry' ? match : undefined;
    const maxBytes = maxBodyBytesOf(entry?.endpoint.contract);
    const isLookedAt = entry === undefined || entry.endpoint.contract.body !== undefined;
    if (isLookedAt && wire.body.length > maxBytes) return refuse('body-too-large', { maxBytes });
    const event = eventOf({ headersDistinct, socket: { remoteAddress: '192.0.2.1' } }, url, wire.body, match);
    const response = await (entry?.handler ?? routes.nowhere)(event);
    return { ...response, endpoint: entry?.endpoint, params: entry?.params ?? {}, path: url.pathname };
  };
};
