import type { RefusalCatalogue } from '../shared/refusal.ts';

export const paymentRefusals = {
  'webhook-signature-invalid': {
    kind: 'unauthenticated',
    title: 'The webhook signature is not valid',
    titleZh: 'Webhook 签名无效',
    happened: 'The signature is missing or wrong, or its time lies more than five minutes in the past or the future.',
    remedy: 'Sign the raw body with the current endpoint secret at the time of sending. Nothing was booked.',
    example: { toleranceSeconds: 300 },
  },
  'webhook-not-understood': {
    kind: 'invalid-request',
    title: 'The webhook cannot be understood',
    titleZh: 'Webhook 内容无法识别',
    happened: 'The signature is right, but the event lacks fields that every event of its type carries.',
    remedy: 'Send the event as the provider’s API describes it. Nothing was booked.',
    example: { type: 'payment_intent.succeeded' },
  },
  'unmatched-not-found': {
    kind: 'not-found',
    title: 'No such unmatched money',
    titleZh: '未匹配款项不存在',
    happened: 'There is no unmatched money with this id, or it belongs to another tenant.',
    remedy: 'List unmatched money and use one of its ids.',
    example: { unmatchedId: 'unm_01jd8x2k7v5m3q9w4t6y8r0z1b' },
  },
} as const satisfies RefusalCatalogue;
