const id = '01jd8x2k7v5m3q9w4t6y8r0z1b';
const sealed = 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..48V1_ALb6US04U3b.5eym8TW_c8SuK0lt.XFBoMYUZodetZdvTiFvSkQ';
const partner = 'crd_01jd8x2k7v5m3q9w4t6y8r0z1c';
const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** What the examples of the events hold, by the name of the field, where its schema gives no example. */
export const samples: Readonly<Record<string, unknown>> = {
  after: 0,
  amount: 432,
  attempts: 1,
  by: partner,
  cause: 'premium-unapplied',
  clauses: ['3'],
  code: 'terms',
  commission: 61,
  contentHash: hash,
  coverage: 'return-freight',
  detail: 'The freight that was paid, up to the limit.',
  disbursementId: `dsb_${id}`,
  facts: { amount: 432, currency: 'CNY' },
  gross: 432,
  hashes: { waybillNumber: hash },
  holds: [hash],
  lines: 1,
  milestone: 'shipment_confirmed',
  object: { category: 'apparel', distance: 'neighbour', sellerRating: '4.7' },
  objectHashes: { orderNumber: hash },
  paymentId: 'pi_3QO1aB2eZvKYlo2C',
  personal: sealed,
  policyId: `pol_${id}`,
  productId: 'return-freight',
  productVersion: 1,
  providerId: 're_3QO1aB2eZvKYlo2C',
  reason: 'withdrawal',
  reasons: ['fraud-score'],
  reference: 'SO-20261123-0042',
  reporter: partner,
  reserve: 1200,
  resolution: 'Refunded to the buyer.',
  rule: 'before-cover',
  rules: 'return-freight@1',
  scopes: ['quotes:write', 'policies:write'],
  score: 70,
  sealedForm: sealed,
  sealedObject: sealed,
  secretHash: hash,
  subject: `pol_${id}`,
  tax: 24,
  total: 432,
  unmatchedId: `unm_${id}`,
  until: 1,
  zone: 'Asia/Shanghai',
};

/** Where one type needs another value than its namesakes in other events. */
export const samplesOf: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'claim.rejected': { reasons: ['nothing-payable'] },
  'disbursement.failed': { reason: 'expired_or_canceled_card' },
  'disbursement.returned': { reason: 'account_closed' },
  'policy.milestone-recorded': { period: { from: '2026-11-23T08:00:00.000Z' } },
  'premium.unapplied': { reason: 'policy-cancelled' },
  'statement.settled': { reference: 'transfer-20261130-7' },
};
