/**
 * How long a client of AWS waits: three attempts end within a function's ten seconds, so that who asked hears 503 and
 * not a crash. The SDK only warns of a request that takes too long, unless it is told to throw.
 */
export const bounded = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_500, throwOnRequestTimeout: true },
} as const;
