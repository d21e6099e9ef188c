import { maxBodyBytesOf } from '../../../../functions/_kit/http/parse.ts';
import type { HttpRequest, HttpResponse } from '../../../../functions/_kit/http/state.ts';
import type { Endpoint } from '../../../../functions/_kit/implement.ts';
import type { Platform } from '../../../../functions/_kit/platform.ts';
import { type DoorRefusal, doorProblem } from '../../../../local/server/door-problems.ts';
import { routesOf } from '../../../../local/server/routes.ts';
import { eventOf, urlOf } from '../../../../local/server/to-event.ts';
import type { Wire } from '../request.ts';

export type Answered = HttpResponse & {
  /** The endpoint that the request reached, where it reached one. */
  readonly endpoint: Endpoint | undefined;
  /** What its function was asked; undefined where it was refused before there was one. */
  readonly event: HttpRequest | undefined;
  readonly params: Readonly<Record<string, string>>;
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

const nowhere = { endpoint: undefined, event: undefined, params: {} };

/** The most bytes that are looked at; where no body belongs nobody looks, however many there are. */
const bytesMaxOf = (entry: Endpoint | undefined): number =>
  entry !== undefined && entry.contract.body === undefined ? Number.POSITIVE_INFINITY : maxBodyBytesOf(entry?.contract);

/**
 * The way of a request through the local server without its socket: the same routes, groups of functions and events.
 * What a parser of HTTP would not let through gets in here, for the gateway of the cloud has another parser.
 */
export const doorOf = (endpoints: readonly Endpoint[], platform: Platform) => {
  const routes = routesOf(endpoints, platform);
  return async (wire: Wire): Promise<Answered> => {
    const headersDistinct = headersOf(wire);
    const refuse = (code: DoorRefusal, facts = {}, entry?: Endpoint) =>
      doorProblem(code, platform, { headers: first(headersDistinct), facts, entry: entry?.contract });
    const url = urlOf(wire.target);
    if (url === undefined) return { ...refuse('malformed-url'), ...nowhere };
    const match = routes.match(wire.method, url.pathname);
    if (match.found === 'other-methods')
      return { ...refuse('method-not-allowed', { allow: [...match.allow] }), ...nowhere };
    const { endpoint, handler, params } = match.found === 'entry' ? match : { handler: routes.nowhere, params: {} };
    const event = eventOf({ headersDistinct, socket: { remoteAddress: '192.0.2.1' } }, url, wire.body, match);
    const at = { endpoint, event, params };
    const maxBytes = bytesMaxOf(endpoint);
    if (wire.body.length > maxBytes) return { ...refuse('body-too-large', { maxBytes }, endpoint), ...at };
    return { ...(await handler(event)), ...at };
  };
};
