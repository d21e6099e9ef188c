import { takesIfNoneMatch } from '../contract.ts';
import type { Endpoint } from '../implement.ts';
import type { Reply } from '../session.ts';
import { entityTags } from './entity-tags.ts';
import type { CallState, HttpRequest, HttpResponse } from './state.ts';

/** A request on its way through its endpoint. */
export type Running = { readonly call: CallState; readonly endpoint: Endpoint; readonly event: HttpRequest };

export const replyOf = ({ contract }: Endpoint, body: unknown): Reply => ({
  status: contract.success,
  // The schema is strict: an undeclared field is a bug here, before anything is written or shown.
  body: JSON.stringify(contract.response.parse(body)),
  contentType: 'application/json',
});

export const toResponse = ({ status, contentType, etag, body }: Reply): HttpResponse => ({
  statusCode: status,
  headers: { 'content-type': contentType, ...(etag !== undefined && { etag }) },
  body,
});

/** A read's answer with the version that it shows; a query asks for more or for less than the object itself. */
export const shown = ({ endpoint, event }: Running, value: unknown, etag: string | undefined): HttpResponse => {
  const plain = etag !== undefined && Object.keys(event.queryStringParameters ?? {}).length === 0;
  const reply = { ...replyOf(endpoint, value), ...(plain && { etag }) };
  const known = entityTags(event.headers['if-none-match'])?.some((tag) => tag === etag || tag === '*') === true;
  return plain && known && takesIfNoneMatch(endpoint.contract)
    ? { statusCode: 304, headers: { etag }, body: '' }
    : toResponse(reply);
};
