import { isRefused, problemOf, type Refused } from '../problem.ts';
import { kitRefusals } from '../refusals.ts';
import { isSignal } from '../signals.ts';
import type { CallState } from './state.ts';
import { callOf, type Step, type StepRequest } from './step.ts';

const retryAfter: Readonly<Record<string, string>> = { 'changed-meanwhile': '1', 'temporarily-unavailable': '2' };

const refusalOf = (error: unknown): Refused => {
  if (isRefused(error)) return error.refused;
  // Before a command begins, nobody tries again for the caller.
  const code = isSignal(error) && error.signal === 'unavailable' ? 'temporarily-unavailable' : 'internal';
  return { code, entry: kitRefusals[code] };
};

/** What lies behind a failure goes to the log alone. */
const logCause = ({ platform, requestId }: CallState, { error }: StepRequest): void => {
  const cause = error?.cause instanceof Error ? error.cause : error;
  platform.log({ level: 'error', requestId, bug: cause?.message, stack: cause?.stack });
};

/** Answers every failure as an RFC 9457 problem. Bugs show the request id alone; their story goes to the log. */
export const problems = (): Step => ({
  onError: (request) => {
    const call = callOf(request);
    const refusal = refusalOf(request.error);
    if (refusal.code === 'internal' || request.error?.cause !== undefined) logCause(call, request);
    call.problem = refusal.code;
    const form = call.endpoint?.contract.problemForm?.(refusal.code, refusal.entry.happened);
    const { docsUrl } = call.platform;
    const { status, body } = problemOf(refusal, { ...call, docsUrl, members: form?.members });
    const wait = retryAfter[refusal.code];
    request.response = {
      statusCode: status,
      headers: {
        'content-type': 'application/problem+json',
        ...(wait !== undefined && { 'retry-after': wait }),
        // Who is not known is told how to become so (RFC 9110, 11.6.1; RFC 6750).
        ...(status === 401 && { 'www-authenticate': 'Bearer' }),
        ...form?.headers,
      },
      body,
    };
  },
});
