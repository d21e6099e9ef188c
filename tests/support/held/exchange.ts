import type { HttpRequest, HttpResponse } from '../../../functions/_kit/http/state.ts';
import type { Heed } from '../../../local/server/http-server.ts';
import { type Operation, operationAt, operationOf } from './document.ts';

/** A request and its answer, as they stood on the wire. */
export type Exchange = {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string | undefined;
  readonly answer: HttpResponse;
};

/** The body of a request as text, whichever way its door passed it on. */
const textOf = ({ body, isBase64Encoded }: HttpRequest): string | undefined =>
  isBase64Encoded === true && body !== undefined ? Buffer.from(body, 'base64').toString('utf8') : body;

/** What a function was asked and answered; undefined where its route is not in the document. */
export const exchangeOf = (event: HttpRequest, answer: HttpResponse): Exchange | undefined => {
  const operation = operationAt(event.routeKey);
  return (
    operation && {
      operation,
      params: event.pathParameters ?? {},
      query: event.queryStringParameters ?? {},
      headers: event.headers,
      body: textOf(event),
      answer,
    }
  );
};

/** Several values of one name are joined by commas, as the gateway does. */
const queryOf = (search: URLSearchParams) =>
  Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name).join(',')]));

/** What the local server was asked and answered; undefined where no operation stands at that method and path. */
export const exchangeAt = (asked: Parameters<Heed>[0], answer: HttpResponse): Exchange | undefined => {
  const [path = '', search = ''] = asked.target.split('?');
  const found = operationOf(asked.method, path);
  return (
    found && {
      ...found,
      query: queryOf(new URLSearchParams(search)),
      headers: asked.headers,
      body: asked.body?.toString('utf8'),
      answer,
    }
  );
};
