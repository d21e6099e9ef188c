import { base32 } from '../../functions/_kit/crypto.ts';
import type { HttpResponse } from '../../functions/_kit/http/state.ts';
import type { Platform } from '../../functions/_kit/platform.ts';
import { problemOf, type Refused } from '../../functions/_kit/problem.ts';
import { kitRefusals } from '../../functions/_kit/refusals.ts';

/** What the door refuses before any entry is reached. In the cloud the gateway and the firewall do so. */
const doorRefusals = {
  'malformed-url': {
    status: 400,
    kind: 'invalid-request',
    title: 'The URL is malformed',
    titleZh: '请求地址格式错误',
    happened: 'The path or the query holds an escape that no text has.',
    remedy: 'Encode the URL as UTF-8 with percent escapes.',
    example: {},
  },
  'method-not-allowed': {
    status: 405,
    kind: 'invalid-request',
    title: 'This path has no such method',
    titleZh: '该路径不支持此方法',
    happened: 'The path exists, but not with this method.',
    remedy: 'Use a method that the Allow header names.',
    example: { allow: ['GET'] },
  },
  'request-timeout': {
    status: 408,
    kind: 'invalid-request',
    title: 'The request took too long to arrive',
    titleZh: '请求传输超时',
    happened: 'The body did not arrive whole in time, or the connection broke while it was sent.',
    remedy: 'Send the request again over a better connection.',
    example: {},
  },
  ...kitRefusals,
} as const;
export type DoorRefusal = keyof typeof doorRefusals;

type Context = { readonly docsUrl: string; readonly random: (bytes: number) => Uint8Array };

/** The problem document of a refusal at the door, with a request id of its own. */
export const doorProblem = (
  code: DoorRefusal,
  { docsUrl, random }: Context | Platform,
  facts: Refused['facts'] = {},
): HttpResponse => {
  const requestId = `req_${base32(random(16))}`;
  const refusal: Refused = { code, entry: doorRefusals[code], facts };
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
