/** Seconds or a date, as HTTP has it; undefined where there is none. */
export const retryAfterMs = (header: string | null, now: number): number | undefined => {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
};

const mostMs = 8_000;

type Wait = { readonly attempt: number; readonly firstMs: number; readonly askedMs?: number | undefined };

/**
 * How long to wait before the next attempt: exponential with full jitter, so that callers who failed together do not
 * come back together. What the server asks for is kept, and jitter comes on top of it.
 */
export const waitMs = ({ attempt, firstMs, askedMs }: Wait, chance = Math.random()): number =>
  askedMs === undefined ? chance * Math.min(mostMs, firstMs * 2 ** (attempt - 1)) : askedMs + chance * firstMs;

/** Waits, unless the caller does not want to any more. */
export const sleep = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });

/** The promise, or the caller's change of mind, whichever is first. */
export const unlessAborted = async <T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> => {
  if (signal === undefined) return promise;
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
};
