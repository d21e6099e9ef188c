import middy from '@middy/core';
import cors from '@middy/http-cors';
import httpErrorHandler from '@middy/http-error-handler';
import headerNormalizer from '@middy/http-header-normalizer';
import jsonBodyParser from '@middy/http-json-body-parser';
import securityHeaders from '@middy/http-security-headers';
import type { Event } from './quote.ts';

export type Answer = { statusCode: number; headers: Record<string, string>; body: string };
export type Handle = (event: Event) => Promise<Answer>;

export const json = (body: object): Answer => ({
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** The chain that tutorials show: five middlewares of middy around a handler. */
export const chain = (handle: Handle) =>
  middy()
    .use(headerNormalizer())
    .use(jsonBodyParser())
    .use(cors())
    .use(securityHeaders())
    .use(httpErrorHandler())
    .handler(async (event: unknown) => handle(event as Event));
