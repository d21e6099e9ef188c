import type { RefusalCatalogue } from '../../domain/shared/refusal.ts';

/**
 * What a door of our own refuses before a request comes to the chain. The cloud's gateway has its own words for it, so
 * no function there carries these.
 */
export const doorRefusals = {
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
} as const satisfies Record<string, RefusalCatalogue[string] & { readonly status: number }>;
