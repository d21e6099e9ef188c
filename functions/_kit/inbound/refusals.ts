import type { RefusalCatalogue } from '../../../domain/shared/refusal.ts';

/** What every entry for a provider's webhooks refuses, and what those refuse who look into the inbox. */
export const inboundRefusals = {
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
    happened:
      'The signature is right, but the body is no JSON of a sane shape, or lacks what every event of its type carries.',
    remedy: 'Send the event as the provider’s API describes it. Nothing was booked; the inbox has kept it.',
    example: { type: 'payment_intent.succeeded' },
  },
  'inbox-entry-not-found': {
    kind: 'not-found',
    title: 'No such entry in the inbox',
    titleZh: '收件箱条目不存在',
    happened: 'There is no webhook with this id in the inbox, or it belongs to another tenant, or its time is over.',
    remedy: 'List the inbox and use one of its ids; entries are kept for 400 days.',
    example: { entryId: 'inb_01jd8x2k7v5m3q9w4t6y8r0z1b' },
  },
} as const satisfies RefusalCatalogue;
