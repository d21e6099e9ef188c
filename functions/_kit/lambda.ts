import middy from '@middy/core';
import { runBatch } from './batch/run-batch.ts';
import { authenticate } from './http/authenticate.ts';
import { cors } from './http/cors.ts';
import { observe } from './http/observe.ts';
import { parse } from './http/parse.ts';
import { problems } from './http/problems.ts';
import { replyOf, toResponse } from './http/reply.ts';
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
  const byId = new Map(endpoints.map((endpoint) => [endpoint.contract.id, endpoint]));
  const chain = middy<HttpRequest, HttpResponse>({ timeoutEarlyInMillis: 0 })
    .use(observe(platform))
    .use(cors())
    .use(problems())
    .use(route(endpoints))
    .use(authenticate())
    .use(parse())
    .use(validate())
    .handler(async (event) => {
      const call = callOf({ event });
      if (call.endpoint === undefined) throw new Error('A request runs after it is routed.');
      const running = { call, endpoint: call.endpoint, event };
      if (call.endpoint.contract.batch === undefined) return run(running);
      return toResponse(replyOf(call.endpoint, await runBatch({ call, event }, byId, handler)));
    });
  const handler = chain as unknown as HttpHandler;
  return handler;
};
