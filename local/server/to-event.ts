import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { routeKeyOf } from '../../functions/_kit/http/route.ts';
import type { HttpRequest } from '../../functions/_kit/http/state.ts';
import type { Match } from './routes.ts';

/** What is read of a message beside its address and its bytes. */
type Message = Pick<IncomingMessage, 'headersDistinct'> & {
  readonly socket: Pick<IncomingMessage['socket'], 'remoteAddress'>;
};

const headersOf = (request: Message): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(request.headersDistinct).flatMap(([name, values]) =>
      values === undefined ? [] : [[name.toLowerCase(), values.join(',')]],
    ),
  );

/** Several values of one name are joined by commas, as the gateway does. */
const queryOf = (search: URLSearchParams): Readonly<Record<string, string>> =>
  Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name).join(',')]));

/** The address that a request names; undefined for one that cannot be decoded. */
export const urlOf = (target: string | undefined): URL | undefined => {
  try {
    const url = new URL(`http://localhost${target}`);
    decodeURIComponent(url.pathname);
    decodeURIComponent(url.search.replaceAll('+', ' '));
    return url;
  } catch {
    return undefined;
  }
};

/** The event of API Gateway's payload 2.0 for a request that came to this machine. */
export const eventOf = (request: Message, url: URL, body: Buffer, match: Match): HttpRequest => {
  const text = isUtf8(body);
  const entry = match.found === 'entry' ? match : undefined;
  return {
    routeKey: entry === undefined ? '$default' : routeKeyOf(entry.endpoint.contract),
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: headersOf(request),
    queryStringParameters: queryOf(url.searchParams),
    ...(entry !== undefined && { pathParameters: entry.params }),
    ...(body.length > 0 && { body: body.toString(text ? 'utf8' : 'base64'), isBase64Encoded: !text }),
    requestContext: { http: { sourceIp: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '') } },
  };
};
