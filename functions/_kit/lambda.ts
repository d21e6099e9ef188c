import middy from '@middy/core';
import { authenticate } from './http/authenticate.ts';
import { cors } from './http/cors.ts';
import { limit } from './http/limit.ts';
import { observe } from './http/observe.ts';
import { parse } from './http/parse.ts';
import { problems } from './http/problems.ts';
import { type Running, replyOf, toResponse } from './http/reply.ts';
import { route } from './http/route.ts';
import { run } from './http/run.ts';
import type { HttpHandler, HttpRequest, HttpResponse } from './http/state.ts';
import { callOf } from './http/step.ts';
import { validate } from './http/validate.ts';
import type { Endpoint } from './implement.ts';
import type { Platform } from './platform.ts';

type RunItems = NonNullable<Endpoint['runItems']>;

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
    .handler((event) => {
      const call = callOf({ event });
      if (call.endpoint === undefined) throw new Error('A request runs after it is routed.');
      const running = { call, endpoint: call.endpoint, event };
      const { runItems } = call.endpoint;
      return runItems === undefined ? run(running) : runBatch(runItems, running);
    });
  const handler = chain as unknown as HttpHandler;

  const runBatch = async (runItems: RunItems, { call, endpoint, event }: Running): Promise<HttpResponse> => {
    const { result, retryAfter } = await runItems({ call, event }, endpoints, handler);
    const response = toResponse(replyOf(endpoint, result));
    if (retryAfter !== undefined) response.headers['retry-after'] = `${retryAfter}`;
    return response;
  };
  return handler;
};
