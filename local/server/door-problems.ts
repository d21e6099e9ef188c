import { base32 } from '../../functions/_kit/crypto.ts';
import { doorRefusals } from '../../functions/_kit/door-refusals.ts';
import type { HttpResponse } from '../../functions/_kit/http/state.ts';
import type { Platform } from '../../functions/_kit/platform.ts';
import { problemOf, type Refused } from '../../functions/_kit/problem.ts';
import { kitRefusals } from '../../functions/_kit/refusals.ts';

const refusals = { ...kitRefusals, ...doorRefusals };
export type DoorRefusal = keyof typeof refusals;

type Context = { readonly docsUrl: string; readonly random: (bytes: number) => Uint8Array };

/** The problem document of a refusal at the door, with a request id of its own. */
export const doorProblem = (
  code: DoorRefusal,
  { docsUrl, random }: Context | Platform,
  facts: Refused['facts'] = {},
): HttpResponse => {
  const requestId = `req_${base32(random(16))}`;
  const refusal: Refused = { code, entry: refusals[code], facts };
  const { status, body } = problemOf(refusal, { docsUrl, requestId, language: 'en' });
  const headers = {
    'content-type': 'application/problem+json',
    'x-request-id': requestId,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
  };
  return { statusCode: status, headers, body };
};
