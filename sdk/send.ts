import { type Attempted, attempt, type Fetch } from './attempt.ts';
import { retryAfterMs, sleep, unlessAborted, waitMs } from './backoff.ts';
import type { OperationId } from './operation.ts';
import { BinderyProblem, BinderyUnreachable, type FailedAttempt } from './problem.ts';
import type { Sendable } from './request.ts';
import type { Tokens } from './token.ts';

/** How hard to try. */
export type Patience = {
  /** Attempts in all; 4 unless said. */
  readonly maxAttempts: number;
  /** For one attempt; 20 s unless said. */
  readonly timeoutMs: number;
  /** For all attempts and the waits between them; 60 s unless said. */
  readonly deadlineMs: number;
  /** The most that is waited before the second attempt, twice that before the third; 250 ms unless said. */
  readonly backoffMs: number;
};

export type Errand = Patience & {
  readonly operation: OperationId;
  readonly request: Sendable;
  readonly fetch: Fetch;
  readonly tokens: Tokens | undefined;
  readonly signal: AbortSignal | undefined;
  readonly idempotencyKey: string | undefined;
};

export type Sent =
  | { readonly ok: true; readonly value: unknown; readonly response: Response }
  | { readonly ok: false; readonly refused: BinderyProblem };

/** With a token where one is needed; one that was refused before its time is replaced, once. */
const authorized = async (errand: Errand, timeoutMs: number): Promise<Attempted> => {
  const { tokens, request, fetch, signal } = errand;
  const once = async (): Promise<Attempted & { readonly token?: string }> => {
    if (tokens === undefined) return attempt({ fetch, request, timeoutMs, signal });
    const token = await unlessAborted(tokens.take(), signal);
    const headers = { ...request.headers, authorization: `Bearer ${token}` };
    return { ...(await attempt({ fetch, request: { ...request, headers }, timeoutMs, signal })), token };
  };
  const first = await once();
  if (first.is !== 'problem' || first.response.status !== 401 || first.token === undefined) return first;
  tokens?.spoilt(first.token);
  return once();
};

const mayGoOn = (tried: Attempted): boolean =>
  (tried.is === 'trouble' && tried.again) || (tried.is === 'problem' && tried.problem.retryable);

/**
 * Sends a request until it has an answer, patience is used up or the caller has enough. Every attempt is the same
 * request with the same key, so that however many arrive, it is done once.
 */
export const send = async (errand: Errand): Promise<Sent> => {
  const { operation, idempotencyKey, signal, maxAttempts, timeoutMs, deadlineMs, backoffMs } = errand;
  const end = Date.now() + deadlineMs;
  const failed: FailedAttempt[] = [];
  for (let count = 1; ; count += 1) {
    const began = Date.now();
    const tried = await authorized(errand, Math.max(1, Math.min(timeoutMs, end - began)));
    if (tried.is === 'answer') return { ok: true, value: tried.value, response: tried.response };
    const askedMs = retryAfterMs(tried.response?.headers.get('retry-after') ?? null, Date.now());
    const pause = waitMs({ attempt: count, firstMs: backoffMs, askedMs });
    const goesOn = mayGoOn(tried) && count < maxAttempts && Date.now() + pause < end;
    const reason = tried.is === 'problem' ? tried.problem.code : tried.reason;
    failed.push({ reason, tookMs: Date.now() - began });
    if (goesOn) {
      await sleep(pause, signal);
      continue;
    }
    if (tried.is === 'trouble')
      throw new BinderyUnreachable({ operation, attempts: failed, idempotencyKey, cause: tried.cause });
    const { problem } = tried;
    return { ok: false, refused: new BinderyProblem({ problem, operation, attempts: count, idempotencyKey }) };
  }
};
