import type { RefusalCatalogue } from '../shared/refusal.ts';

/** Why a quote is not made. */
export const quoteRefusals = {
  'invalid-inputs': {
    kind: 'invalid-request',
    title: 'Answers are missing or malformed',
    titleZh: '投保信息有误',
    happened: 'At least one answer of the basket is missing, unknown, of the wrong type or out of range.',
    remedy: 'Correct the fields that the pointers name, all at once, and quote again.',
    example: { pointers: ['/items/0/insuredObject/deviceValue'] },
  },
} as const satisfies RefusalCatalogue;

/** Why an offer no longer binds. Whoever only quotes does not carry it. */
export const offerRefusals = {
  'unknown-product': {
    kind: 'not-found',
    title: 'There is no such product',
    titleZh: '产品不存在',
    happened: 'No product on sale to you has this id.',
    remedy: 'List the products and use one of their ids.',
    example: { productId: 'device-protection' },
  },
  'quote-expired': {
    kind: 'gone',
    title: 'The offer has expired',
    titleZh: '报价已过期',
    happened: 'The offer stood until the instant given; from that instant on it does not bind.',
    remedy: 'Quote again and show the buyer the new price.',
    example: { expiredAt: '2026-11-23T08:30:00.000Z' },
  },
  'quote-tampered': {
    kind: 'invalid-request',
    title: 'The offer token is not ours',
    titleZh: '报价凭证无效',
    happened: 'The signature does not fit the token, or another partner was given it.',
    remedy: 'Send the token exactly as it was received, or quote again.',
    example: {},
  },
  'quote-mismatch': {
    kind: 'conflict',
    title: 'The insured object is not the one quoted',
    titleZh: '标的与报价不符',
    happened: 'An identifying answer is missing or differs from the one that was quoted.',
    remedy: 'Send the answers that were quoted, or quote again.',
    example: { fields: ['imei'] },
  },
  'product-not-active': {
    kind: 'invalid-state',
    title: 'The product is not on sale',
    titleZh: '产品暂停销售',
    happened: 'The product was suspended or withdrawn after the quote.',
    remedy: 'Offer another product; policies in force are not affected.',
    example: { status: 'suspended' },
  },
  'no-longer-eligible': {
    kind: 'not-eligible',
    title: 'It is too late to insure this',
    titleZh: '已不符合投保条件',
    happened: 'A condition that depends on time, such as a cut-off before departure, has passed since the quote.',
    remedy: 'Nothing can be bound for this object any more.',
    example: { reasons: ['cut-off-passed'] },
  },
  'price-changed': {
    kind: 'conflict',
    title: 'The price cannot be reproduced',
    titleZh: '价格无法复核',
    happened: 'The tariff of the quoted version gives another price than the offer; nothing was bound.',
    remedy: 'Quote again, and report the offer id to us.',
    example: { quoted: 4374 },
  },
} satisfies RefusalCatalogue;
