import type { OptOut } from '../../../domain/baskets/schema.ts';

export const now = '2026-11-23T09:00:00.000Z';
export const basketId = `bsk_${'1'.repeat(26)}`;
export const customerId = `cus_${'1'.repeat(26)}`;

/** Screen cover of 139.62 yuan that a buyer did not want (catalogue 5.2). */
export const aDeclinedOffer: OptOut = {
  offerId: `off_${'1'.repeat(26)}`,
  productId: 'device-protection',
  productVersion: 1,
  premium: { amount: 13_962, currency: 'CNY' },
  disclosures: [{ code: 'exemptions', contentHash: 'hash' }],
  quotedAt: '2026-11-23T08:55:00.000Z',
};
