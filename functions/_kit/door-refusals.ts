import type { RefusalCatalogue } from '../../domain/shared/refusal.ts';
import { type KitRefusal, kitRefusals } from './refusals.ts';

/** What a server refuses before it asks an entry. In the cloud the gateway does that, so no function carries it. */
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
} as const satisfies Record<string, RefusalCatalogue[string] & KitRefusal>;

/** Everything that may be refused whatever the operation: at the door, and by the chain. */
export const ownRefusals = { ...kitRefusals, ...doorRefusals } as const;
