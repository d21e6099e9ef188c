import { type Problem, readProblem } from './problem.ts';
import type { Sendable } from './request.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What one attempt came to. */
export type Attempted =
  | { readonly is: 'answer'; readonly response: Response; readonly value: unknown }
  | { readonly is: 'problem'; readonly response: Response; readonly problem: Problem }
  | {
      readonly is: 'trouble';
      readonly reason: string;
      readonly again: boolean;
      readonly cause?: unknown;
      readonly response?: Response;
    };

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What gateways between us say while Bindery itself is out of reach; the same request may get through later. */
const passing = [408, 429, 500, 502, 503, 504];

const read = (response: Response, text: string): Attempted => {
  if (response.status === 304) return { is: 'answer', response, value: undefined };
  const value = parsed(text);
  if (response.ok && value !== undefined) return { is: 'answer', response, value };
  const problem = response.ok ? undefined : readProblem(value);
  if (problem !== undefined) return { is: 'problem', response, problem };
  const again = response.ok || passing.includes(response.status);
  return { is: 'trouble', reason: `${response.status} that is no answer of Bindery's`, again, response };
};

type Sent = {
  readonly fetch: Fetch;
  readonly request: Sendable;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
};

const reasonOf = (thrown: unknown): string => {
  const { message, cause } = Object(thrown) as { readonly message?: string; readonly cause?: unknown };
  const { code, message: deeper } = Object(cause) as { readonly code?: string; readonly message?: string };
  return code ?? deeper ?? message ?? String(thrown);
};

/** Sends a request once. Its time ends when the whole answer is there, not when its first byte is. */
export const attempt = async ({ fetch, request, timeoutMs, signal }: Sent): Promise<Attempted> => {
  const tooLate = AbortSignal.timeout(timeoutMs);
  const { url, method, headers, body } = request;
  try {
    const either = signal === undefined ? tooLate : AbortSignal.any([signal, tooLate]);
    const response = await fetch(url, { method, headers, signal: either, ...(body !== undefined && { body }) });
    return read(response, await response.text());
  } catch (cause) {
    signal?.throwIfAborted();
    const what = tooLate.aborted ? `nothing within ${timeoutMs} ms` : reasonOf(cause);
    const reason = `${what} from ${new URL(url, 'http://here').host}`;
    return { is: 'trouble', reason, again: true, cause };
  }
};
