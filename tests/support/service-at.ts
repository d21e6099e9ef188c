import { StandardRetryStrategy } from '@smithy/core/retry';
import type { ServiceAt } from '../../functions/_kit/aws/json-service.ts';

/** A service of AWS at an address, unsigned, by the rules of production without their waiting: it is up to seconds. */
export const serviceAt = (url: URL): ServiceAt => ({
  url,
  sign: (_url, headers) => headers,
  patience: { connectMs: 200, answerMs: 100 },
  attempts: 3,
  strategy: new StandardRetryStrategy({
    maxAttempts: 3,
    backoff: { computeNextBackoffDelay: () => 0, setDelayBase: () => undefined },
  }),
});
