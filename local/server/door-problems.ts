import type { EndpointContract } from '../../functions/_kit/contract.ts';
import { ownRefusals } from '../../functions/_kit/door-refusals.ts';
import { exposedHeaders } from '../../functions/_kit/http/cors.ts';
import { languageOf, requestIdOf } from '../../functions/_kit/http/observe.ts';
import type { HttpResponse } from '../../functions/_kit/http/state.ts';
import type { Platform } from '../../functions/_kit/platform.ts';
import { problemOf, type Refused } from '../../functions/_kit/problem.ts';

export type DoorRefusal = keyof typeof ownRefusals;

type Context = Pick<Platform, 'docsUrl' | 'random'>;
type Headers = Readonly<Record<string, string | undefined>>;

const isRetriedAfter: ReadonlySet<DoorRefusal> = new Set(['request-timeout', 'temporarily-unavailable']);

/** The problem document of a refusal at the door, in the language and with the request id that were asked for. */
export const doorProblem = (
  code: DoorRefusal,
  context: Context,
  asked: {
    readonly headers?: Headers;
    readonly facts?: Refused['facts'];
    /** The entry that it is refused of, where its standard asks for more than a problem. */
    readonly entry?: EndpointContract | undefined;
  } = {},
): HttpResponse => {
  const { headers: given = {}, facts = {} } = asked;
  const form = asked.entry?.problemForm?.(code, ownRefusals[code].happened);
  const requestId = requestIdOf(given, context);
  const refusal: Refused = { code, entry: ownRefusals[code], facts };
  const language = languageOf(given);
  const { status, body } = problemOf(refusal, {
    docsUrl: context.docsUrl,
    requestId,
    language,
    members: form?.members,
  });
  const headers = {
    'content-type': 'application/problem+json',
    'x-request-id': requestId,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': exposedHeaders.join(', '),
    ...(isRetriedAfter.has(code) && { 'retry-after': '1' }),
    ...form?.headers,
  };
  return { statusCode: status, headers, body };
};
