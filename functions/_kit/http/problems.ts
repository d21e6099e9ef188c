import { isRefused, problemOf, type Refused } from '../problem.ts';
import { kitRefusals } from '../refusals.ts';
import { callOf, type Step } from './step.ts';

const retryAfter: Readonly<Record<string, string>> = { 'changed-meanwhile': '1', 'temporarily-unavailable': '2' };

const refusalOf = (error: unknown): Refused =>
  isRefused(error) ? error.refused : { code: 'internal', entry: kitRefusals.internal };

/** Answers every failure as an RFC 9457 problem. Bugs show the request id alone; their story goes to the log. */
export const problems = (): Step => ({
  onError: (request) => {
    const call = callOf(request);
    const refusal = refusalOf(request.error);
    if (refusal.code === 'internal') {
      const { error } = request;
      call.platform.log({ level: 'error', requestId: call.requestId, bug: error?.message, stack: error?.stack });
    }
    call.problem = refusal.code;
    const { status, body } = problemOf(refusal, {
      docsUrl: call.platform.docsUrl,
      requestId: call.requestId,
      language: call.language,
    });
    const wait = retryAfter[refusal.code];
    request.response = {
      statusCode: status,
      headers: { 'content-type': 'application/problem+json', ...(wait !== undefined && { 'retry-after': wait }) },
      body,
    };
  },
});
