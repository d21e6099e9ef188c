import type { Step, StepRequest } from './step.ts';

/** What a page of another origin may read of an answer; the gateway and the local server say the same. */
export const exposedHeaders = [
  ...['X-Request-Id', 'Idempotent-Replayed', 'Retry-After', 'ETag', 'RateLimit', 'RateLimit-Policy'],
  ...['Deprecation', 'Sunset', 'Link'],
];

/** What it may send with a request. */
export const allowedHeaders = [
  ...['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match', 'If-None-Match'],
  ...['X-Request-Id', 'Accept-Language'],
];

const allow = (request: StepRequest): void => {
  if (request.response === null || request.response === undefined) return;
  Object.assign(request.response.headers, {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': exposedHeaders.join(', '),
  });
};

/** Lets browsers read answers. Tokens travel in a header and never as cookies, so any origin may ask. */
export const cors = (): Step => ({ after: allow, onError: allow });
