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

const allowing = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': exposedHeaders.join(', '),
};

const allow = ({ response }: StepRequest): void => {
  if (response !== null && response !== undefined) Object.assign(response.headers, allowing);
};

/** Lets browsers read answers. Tokens travel in a header and never as cookies, so any origin may ask. */
export const cors = (): Step => ({ after: allow, onError: allow });
