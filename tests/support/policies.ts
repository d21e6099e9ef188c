import type { Policy, PolicyTerms } from '../../domain/policies/schema.ts';
import { productOf } from '../../domain/products/catalogue.ts';
import type { ProductVersion } from '../../domain/products/schema.ts';

/** A product of the catalogue; a test that names one which is gone must fail. */
export const product = (productId: string): ProductVersion => {
  const found = productOf(productId);
  if (found === undefined) throw new Error(`${productId} is not in the catalogue.`);
  return found;
};

export const policyId = 'pol_01jd8x2k7v5m3q9w4t6y8r0z1b';

/** Terms as a bind at 16:00 in Shanghai fixes them: 139.62 with 7.90 VAT and 32.93 commission (25 % of 131.72). */
export const someTerms = (change: Partial<PolicyTerms> = {}): PolicyTerms => ({
  offerId: 'off_01jd8x2k7v5m3q9w4t6y8r0z1b',
  productId: 'device-protection',
  productVersion: 1,
  customerId: 'cus_01jd8x2k7v5m3q9w4t6y8r0z1b',
  reference: 'SO-20261123-0042',
  object: { deviceValue: 499900, purchasedOn: '2026-11-23', plan: 'screen', deductible: '10' },
  objectHashes: { imei: 'hash' },
  sealedObject: 'jwe',
  holds: ['one-imei'],
  premium: { gross: 13962, tax: 790, commission: 3293 },
  currency: 'CNY',
  zone: 'Asia/Shanghai',
  collection: 'provider',
  acknowledged: [],
  boundAt: '2026-11-23T08:00:00.000Z',
  payBy: '2026-11-24T08:00:00.000Z',
  ...change,
});

/** An unpaid policy of device protection, from 24 November 2026 for 365 days; a test changes what it is about. */
export const aPolicyState = (change: Partial<Policy> = {}): Policy => ({
  policyId,
  terms: someTerms(),
  status: 'pending',
  period: { from: '2026-11-23T16:00:00.000Z', to: '2027-11-23T16:00:00.000Z' },
  milestones: {},
  premium: 'open',
  payments: {},
  disbursements: [],
  claims: [],
  balances: {},
  ...change,
});
