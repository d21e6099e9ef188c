import middy from '@middy/core';
import { authenticate } from './http/authenticate.ts';
import { cors } from './http/cors.ts';
import { limit } from './http/limit.ts';
import { observe } from './http/observe.ts';
import { parse } from './http/parse.ts';
import { problems } from './http/problems.ts';
import { route } from './http/route.ts';
import { run } from './http/run.ts';
import type { HttpRequest, HttpResponse } from './http/state.ts';
import { callOf } from './http/step.ts';
import { validate } from './http/validate.ts';
import type { Endpoint } from './implement.ts';
import type { Platform } from './platform.ts';

export type HttpHandler = (event: HttpRequest, context?: unknown) => Promise<HttpResponse>;

/**
 * The one chain that every endpoint runs in, on Lambda and on a laptop alike. Endpoints that share a function share the
 * chain; which they are is infra's matter.
 */
export const lambda = (endpoints: readonly Endpoint[], platform: Platform): HttpHandler => {
  const chain = middy<HttpRequest, HttpResponse>({ timeoutEarlyInMillis: 0 })
    .use(observe(platform))
    .use(cors())
    .use(problems())
    .use(route(endpoints))
    .use(limit('door'))
    .use(authenticate())
    .use(limit('inside'))
    .use(parse())
    .use(validate())
    .handler(async (event) => {
      const call = callOf({ event });
      if (call.endpoint === undefined) throw new Error('A request runs after it is routed.');
      return run({ call, endpoint: call.endpoint, event });
    });
  return chain as unknown as HttpHandler;
};
