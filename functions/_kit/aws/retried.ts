import { isThrottlingError, isTransientError, type StandardRetryStrategy } from '@smithy/core/retry';

export type Strategy = Pick<
  StandardRetryStrategy,
  'acquireInitialRetryToken' | 'refreshRetryTokenForRetry' | 'recordSuccess'
>;

type Failure = Parameters<typeof isTransientError>[0];
const errorTypeOf = (error: Failure) => {
  if (isThrottlingError(error)) return 'THROTTLING';
  return isTransientError(error) ? 'TRANSIENT' : 'CLIENT_ERROR';
};

/** Tries again as the SDK does: after what passes, and while its budget for that lasts. */
export const retried = async <T>(strategy: Strategy, attempt: () => Promise<T>): Promise<T> => {
  let token = await strategy.acquireInitialRetryToken('');
  for (;;) {
    try {
      const output = await attempt();
      strategy.recordSuccess(token);
      return output;
    } catch (error) {
      const info = { error: error as Failure, errorType: errorTypeOf(error as Failure) } as const;
      token = await strategy.refreshRetryTokenForRetry(token, info).catch(() => Promise.reject(error));
    }
  }
};
