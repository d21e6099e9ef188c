import type { Step, StepRequest } from './step.ts';

const exposed = [
  ...['X-Request-Id', 'Idempotent-Replayed', 'Retry-After', 'ETag', 'RateLimit', 'RateLimit-Policy'],
  ...['Deprecation', 'Sunset', 'Link'],
].join(', ');

const allow = (request: StepRequest): void => {
  if (request.response === null || request.response === undefined) return;
  Object.assign(request.response.headers, {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': exposed,
  });
};

/** Lets browsers read answers. Tokens travel in a header and never as cookies, so any origin may ask. */
export const cors = (): Step => ({ after: allow, onError: allow });
